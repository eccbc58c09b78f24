import { CaseQueries, type CaseView } from '#application';
import { Persons } from '#identity';
import { isUuid } from '#kernel';
import { Database, type Tx } from '#platform';
import { Asking, FormPipe, invalid, Limited, Needs, SeeOther, View, type PostedForm } from '#web';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { CaseLists } from '../shared/case-lists.service.ts';
import type { OfficerView } from '../text/index.ts';
import { SearchPage } from './search.page.tsx';
import { PassportForm } from './passport.form.ts';

const REFERENCE_CHARS_MAX = 40;

/** A passport's number is never in an address: it is posted, and a person's id leads back. */
@Controller('search')
@Needs('case.read')
export class SearchController {
  constructor(
    private readonly database: Database,
    private readonly queries: CaseQueries,
    private readonly persons: Persons,
    private readonly lists: CaseLists,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    // Names are opened, which is written into the trail.
    return this.database.show(ctx, async (tx) => {
      const found = await this.found(tx, query);
      const results = found && (await this.lists.withPeople(tx, found));
      const reference = typeof query.reference === 'string' ? query.reference : '';
      const errors =
        query.reference !== undefined && reference.trim() === ''
          ? [{ field: 'reference', key: 'search.error.referenceMissing' }]
          : [];
      return <SearchPage view={view} values={{ reference }} errors={errors} results={results} />;
    });
  }

  @Post('passport')
  @Limited({ name: 'search-passport', points: 60, seconds: 600, by: 'account' })
  async byPassport(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Body(FormPipe(PassportForm)) form: PostedForm<PassportForm>,
  ) {
    const { state, number } = form.value;
    if (form.errors.length > 0) {
      return invalid(<SearchPage view={view} values={{ state, number }} errors={form.errors} />);
    }
    const personId = await this.database.write(ctx, (tx) =>
      this.persons.lookUp(tx, { issuingState: state, number }),
    );
    return new SeeOther(`/search?person=${personId ?? 'none'}`);
  }

  private async found(
    tx: Tx,
    query: Record<string, unknown>,
  ): Promise<readonly CaseView[] | undefined> {
    const { reference, person } = query;
    if (typeof person === 'string') {
      return isUuid(person) ? this.queries.byPerson(tx, person) : [];
    }
    if (typeof reference !== 'string' || reference.trim() === '') return undefined;
    const one = await this.queries.submitted(tx, reference.slice(0, REFERENCE_CHARS_MAX));
    return one ? [one] : [];
  }
}
