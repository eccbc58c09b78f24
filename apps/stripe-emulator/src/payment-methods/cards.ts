/** The test cards and what happens to a payment, a refund or its money with each. */

export type CardName = keyof typeof CARDS;

export interface Card {
  number: string;
  /** How the API's callers name it, without a number. */
  token: string;
  brand: 'visa' | 'mastercard' | 'amex';
  funding: 'credit' | 'debit';
  country: string;
  /** Refused with these codes, after the network was asked. */
  decline?: { code: string; declineCode: string; reason: string };
  /** Asks the payer to confirm with the bank first. */
  isChallenged?: true;
  /** How its refunds go: at once, later, or well at first and failing later. */
  refunds?: 'later' | 'fail';
  /** What its holder's bank says as soon as it is charged. */
  complaint?: 'fraudulent' | 'product_not_received' | 'inquiry' | 'warning';
  /** Its money is available at once. */
  isAvailableAtOnce?: true;
}

const plain = { brand: 'visa', funding: 'credit', country: 'US' } as const;

function declining(code: string, declineCode: string): Card['decline'] {
  return { code, declineCode, reason: declineCode };
}

export const CARDS = {
  visa: { ...plain, number: '4242424242424242', token: 'pm_card_visa' },
  visaDebit: {
    ...{ ...plain, number: '4000056655665556', token: 'pm_card_visa_debit' },
    funding: 'debit',
  },
  mastercard: {
    ...{ ...plain, number: '5555555555554444', token: 'pm_card_mastercard' },
    brand: 'mastercard',
  },
  amex: { ...plain, number: '378282246310005', token: 'pm_card_amex', brand: 'amex' },
  declined: {
    ...{ ...plain, number: '4000000000000002', token: 'pm_card_visa_chargeDeclined' },
    decline: declining('card_declined', 'generic_decline'),
  },
  insufficientFunds: {
    ...{ ...plain, number: '4000000000009995' },
    token: 'pm_card_visa_chargeDeclinedInsufficientFunds',
    decline: declining('card_declined', 'insufficient_funds'),
  },
  expired: {
    ...{ ...plain, number: '4000000000000069', token: 'pm_card_chargeDeclinedExpiredCard' },
    decline: declining('expired_card', 'expired_card'),
  },
  declinedAfterAttach: {
    ...{ ...plain, number: '4000000000000341', token: 'pm_card_chargeCustomerFail' },
    decline: declining('card_declined', 'generic_decline'),
  },
  refundLater: {
    ...{ ...plain, number: '4000000000007726', token: 'pm_card_pendingRefund' },
    refunds: 'later',
  },
  refundFails: {
    ...{ ...plain, number: '4000000000005126', token: 'pm_card_refundFail' },
    refunds: 'fail',
  },
  challenged: {
    ...{ ...plain, number: '4000002760003184', token: 'pm_card_authenticationRequired' },
    isChallenged: true,
  },
  challengedOnce: {
    ...{ ...plain, number: '4000002500003155', token: 'pm_card_authenticationRequiredOnSetup' },
    isChallenged: true,
  },
  disputed: {
    ...{ ...plain, number: '4000000000000259', token: 'pm_card_createDispute' },
    complaint: 'fraudulent',
  },
  notReceived: {
    ...{ ...plain, number: '4000000000002685' },
    token: 'pm_card_createDisputeProductNotReceived',
    complaint: 'product_not_received',
  },
  inquired: {
    ...{ ...plain, number: '4000000000001976', token: 'pm_card_createDisputeInquiry' },
    complaint: 'inquiry',
  },
  warned: {
    ...{ ...plain, number: '4000000000005423', token: 'pm_card_createIssuerFraudRecord' },
    complaint: 'warning',
  },
  bypassPending: {
    ...{ ...plain, number: '4000000000000077', token: 'pm_card_bypassPending' },
    isAvailableAtOnce: true,
  },
} satisfies Record<string, Card>;

/** What the payer is told; the codes are in the error. */
export const DECLINE_TEXT: Record<string, string> = {
  generic_decline: 'Your card was declined.',
  insufficient_funds: 'Your card has insufficient funds.',
  expired_card: 'Your card has expired.',
};

export function cardNameOf(number: string): CardName | undefined {
  return (Object.keys(CARDS) as CardName[]).find((name) => CARDS[name].number === number);
}
