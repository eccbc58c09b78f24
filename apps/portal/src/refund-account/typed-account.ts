import type { BankAccountProblem } from '#refund';
import type { FieldError } from '#web';
import type { AccountForm } from './account.form.ts';

const FIELD_OF: Readonly<Record<BankAccountProblem, string>> = {
  holder_missing: 'holder',
  holder_too_long: 'holder',
  holder_not_latin: 'holder',
  iban_wrong: 'iban',
  routing_wrong: 'routing',
  number_wrong: 'accountNumber',
  only_dollars: 'kind',
};

/** What is wrong with an account, beside the field that mends it. */
export const problemOf = (code: BankAccountProblem): FieldError => ({
  field: FIELD_OF[code],
  key: `refundAccount.error.${code}`,
});

export const typed = ({ kind, holder, iban, routing, accountNumber }: AccountForm) => ({
  ...{ kind, holder: holder ?? '', iban: iban ?? '' },
  ...{ routing: routing ?? '', number: accountNumber ?? '' },
});
