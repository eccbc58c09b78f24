import { CaseDocuments } from '#application';
import {
  Asking,
  FormPipe,
  invalid,
  Needs,
  readDate,
  View,
  type Answers,
  type FieldError,
  type PostedForm,
} from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { backToCase } from '../shared/back-to-case.ts';
import { LockedCase } from '../shared/locked-case.service.ts';
import type { OfficerView } from '../text/index.ts';
import { ConfirmForm } from './confirm.form.ts';
import { Passports, type RenewalContent } from './passports.service.ts';
import { RenewalForm } from './renewal.form.ts';
import { RenewalPage } from './renewal.page.tsx';

/** Refusals that the form can mend, with the field that mends them. */
const MENDED_BY: Readonly<Record<string, string>> = {
  held_by_another_traveller: 'number',
  document_expired: 'expiresOn',
};

const expiresOnOf = (values: Answers, { today }: RenewalContent) =>
  readDate(values, {
    ...{ field: 'expiresOn', whatKey: 'passport.renewal.expiresOnWhat' },
    ...{ today, rule: 'future' },
  });

@Controller('cases/:reference/passport')
@Needs('case.review')
export class PassportController {
  constructor(
    private readonly passports: Passports,
    private readonly locked: LockedCase,
    private readonly documents: CaseDocuments,
  ) {}

  @Post('confirm')
  async confirm(
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(ConfirmForm)) { value }: PostedForm<ConfirmForm>,
  ) {
    const reason = value.reason || undefined;
    const confirmed = await this.locked.of(ctx, reference, (tx, row) =>
      this.documents.confirmPassport(tx, row, reason),
    );
    return backToCase(reference, confirmed, 'passport_confirmed');
  }

  @Get('renewal')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
  ) {
    const content = await this.content(ctx, reference);
    return <RenewalPage view={view} content={content} values={{}} />;
  }

  @Post('renewal')
  async renew(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(RenewalForm)) form: PostedForm<RenewalForm>,
  ) {
    const values = { ...form.value };
    const content = await this.content(ctx, reference);
    const again = (errors: readonly FieldError[]) =>
      invalid(<RenewalPage {...{ view, content, values, errors }} />);
    const { day, error } = expiresOnOf(values, content);
    const errors = [...form.errors, ...(error ? [error] : [])];
    if (errors.length > 0) return again(errors);
    const document = {
      // The programme's: another passport would not count.
      issuingState: content.programme.bondedNationality,
      number: values.number,
      expiresOn: `${day}`,
    };
    const wish = { document, reasonCode: values.reason };
    const renewed = await this.locked.of(ctx, reference, (tx, row) =>
      this.documents.recordRenewal(tx, row, ctx.account.consulateId, wish),
    );
    const field = renewed.ok ? undefined : MENDED_BY[renewed.code];
    if (!renewed.ok && field) return again([{ field, key: `passport.error.${renewed.code}` }]);
    return backToCase(content.row.reference, renewed, 'passport_renewed');
  }

  private async content(ctx: StaffCtx, reference: string) {
    const content = await this.passports.open(ctx, reference);
    if (!content) throw new NotFoundException();
    return content;
  }
}
