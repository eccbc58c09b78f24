/** The test bank accounts for ACH debits and what becomes of a debit from each. */

export type AccountName = keyof typeof ACCOUNTS;

export interface BankAccount {
  number: string;
  /** How the API's callers name it, without a number. */
  token: string;
  /** Why the bank does not pay. */
  failure?: { code: string; message: string };
  /** The bank pays, and its customer takes the money back later. */
  isDisputed?: true;
  /** The bank never answers. */
  isSilent?: true;
}

export const ROUTING_NUMBER = '110000000';

export const ACCOUNTS = {
  bankPays: { number: '000123456789', token: 'pm_usBankAccount_success' },
  bankClosed: {
    ...{ number: '000111111113', token: 'pm_usBankAccount_accountClosed' },
    failure: { code: 'account_closed', message: 'The bank account has been closed.' },
  },
  bankUnknown: {
    ...{ number: '000111111116', token: 'pm_usBankAccount_noAccount' },
    failure: { code: 'no_account', message: 'The bank account could not be located.' },
  },
  bankShort: {
    ...{ number: '000222222227', token: 'pm_usBankAccount_insufficientFunds' },
    failure: {
      code: 'insufficient_funds',
      message: 'The bank account has insufficient funds.',
    },
  },
  bankRefuses: {
    ...{ number: '000333333335', token: 'pm_usBankAccount_debitNotAuthorized' },
    failure: {
      code: 'debit_not_authorized',
      message: 'The customer has notified their bank that this payment was unauthorized.',
    },
  },
  bankDisputes: {
    ...{ number: '000555555559', token: 'pm_usBankAccount_dispute' },
    isDisputed: true,
  },
  bankSilent: {
    ...{ number: '000000000009', token: 'pm_usBankAccount_processing' },
    isSilent: true,
  },
} satisfies Record<string, BankAccount>;

export function accountNameOf(number: string): AccountName | undefined {
  return (Object.keys(ACCOUNTS) as AccountName[]).find((name) => ACCOUNTS[name].number === number);
}
