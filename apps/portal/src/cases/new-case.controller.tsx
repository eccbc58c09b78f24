import { Body, Controller, Get, Post } from '@nestjs/common';
import { Applying, DRAFTS_MAX } from '#application';
import { Accounts } from '#identity';
import { Database, type Tx } from '#platform';
import { mayOpenCase, openFirst, Programmes } from '#programme';
import {
  Asking,
  type AccountCtx,
  invalid,
  FormPipe,
  Limited,
  Needs,
  PageWithStatus,
  SeeOther,
  View,
  type FieldError,
  type PostedForm,
} from '#web';
import type { PortalView } from '../text/index.ts';
import { NewCaseForm } from './new-case.form.ts';
import { NewCasePage, NotOpenPage, TooManyDraftsPage } from './new-case.page.tsx';

@Controller('cases/new')
@Needs('case.apply')
export class NewCaseController {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly applying: Applying,
    private readonly accounts: Accounts,
  ) {}

  @Get()
  async show(@View() view: PortalView, @Asking() ctx: AccountCtx) {
    const places = await this.database.read(ctx, (tx) => this.places(tx));
    return <NewCasePage {...{ view, ...places, values: {} }} />;
  }

  @Post()
  @Limited({ name: 'new-case', points: 30, seconds: 3600, by: 'account' })
  async open(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Body(FormPipe(NewCaseForm)) form: PostedForm<NewCaseForm>,
  ) {
    const places = await this.database.read(ctx, (tx) => this.places(tx));
    const values = form.value;
    const again = (field: string, key: string) => {
      const errors: FieldError[] = [{ field, key }];
      return invalid(<NewCasePage {...{ view, ...places, values: { ...values }, errors }} />);
    };
    const programme = places.programmes.find((p) => p.code === values.programme);
    if (!programme) return again('programme', 'cases.error.programme');
    // Before the consulate is asked for: a programme that is closed needs none.
    if (!mayOpenCase(programme).ok) {
      return new PageWithStatus(409, <NotOpenPage view={view} programme={programme} />);
    }
    const consulateId = values.consulate ?? '';
    if (
      !places.consulates.some((o) => o.id === consulateId && o.programmeCode === programme.code)
    ) {
      return again('consulate', 'cases.error.consulate');
    }
    const opened = await this.database.write(ctx, async (tx) => {
      const account = await this.accounts.current(tx);
      return this.applying.open(tx, {
        accountId: account!.id,
        contactPointId: account!.contactPointId,
        programmeCode: programme.code,
        consulateId,
        language: view.lang,
      });
    });
    if (opened.ok) return new SeeOther(`/cases/${opened.value.reference}`);
    if (opened.code === 'too_many_drafts') {
      return new PageWithStatus(409, <TooManyDraftsPage view={view} max={DRAFTS_MAX} />);
    }
    // It was suspended a moment ago.
    return new PageWithStatus(409, <NotOpenPage view={view} programme={programme} />);
  }

  private async places(tx: Tx) {
    const programmes = openFirst(await this.programmes.all(tx));
    return { programmes, consulates: await this.programmes.allConsulates(tx) };
  }
}
