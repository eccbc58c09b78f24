import { CaseDocuments, isRenewalReason } from '#application';
import { isDocumentNumber } from '#identity';
import {
  CurrentAccount,
  dateFields,
  invalid,
  Needs,
  pickAnswers,
  readDate,
  View,
  type Answers,
  type FieldError,
} from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Staff } from '../accounts-for-web.service.ts';
import { backToCase } from '../cases/case.controller.tsx';
import { LockedCase } from '../cases/locked-case.service.ts';
import type { OfficerView } from '../text/index.ts';
import { Passports, type RenewalContent } from './passports.service.ts';
import { RenewalPage } from './renewal.page.tsx';

const FIELDS = ['reason', 'number', ...dateFields('expiresOn')];
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

function problems(values: Answers, content: RenewalContent): FieldError[] {
  const number = values.number ?? '';
  const { error } = expiresOnOf(values, content);
  return [
    ...(isRenewalReason(values.reason ?? '')
      ? []
      : [{ field: 'reason', key: 'passport.error.reason' }]),
    ...(number.length <= 30 && isDocumentNumber(number)
      ? []
      : [{ field: 'number', key: 'passport.error.number' }]),
    ...(error ? [error] : []),
  ];
}

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
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ) {
    const reason = pickAnswers(body, ['reason']).reason || undefined;
    const confirmed = await this.locked.of(staff, request.id, reference, (tx, row) =>
      this.documents.confirmPassport(tx, row, reason),
    );
    return backToCase(reference, confirmed, 'passport_confirmed');
  }

  @Get('renewal')
  async show(
    @View() view: OfficerView,
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
  ) {
    const content = await this.content(staff, request, reference);
    return <RenewalPage view={view} content={content} values={{}} />;
  }

  @Post('renewal')
  async renew(
    @View() view: OfficerView,
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ) {
    const values = pickAnswers(body, FIELDS);
    const content = await this.content(staff, request, reference);
    const again = (errors: readonly FieldError[]) =>
      invalid(<RenewalPage {...{ view, content, values, errors }} />);
    const errors = problems(values, content);
    if (errors.length > 0) return again(errors);
    const document = {
      // The programme's: another passport would not count.
      issuingState: content.programme.bondedNationality,
      number: values.number ?? '',
      expiresOn: `${expiresOnOf(values, content).day}`,
    };
    const wish = { document, reasonCode: values.reason ?? '' };
    const renewed = await this.locked.of(staff, request.id, reference, (tx, row) =>
      this.documents.recordRenewal(tx, row, staff.consulateId, wish),
    );
    const field = renewed.ok ? undefined : MENDED_BY[renewed.code];
    if (!renewed.ok && field) return again([{ field, key: `passport.error.${renewed.code}` }]);
    return backToCase(content.row.reference, renewed, 'passport_renewed');
  }

  private async content(staff: Staff, request: FastifyRequest, reference: string) {
    const content = await this.passports.open(staff, request.id, reference);
    if (!content) throw new NotFoundException();
    return content;
  }
}
