/** The test cards and what happens to a payment or a refund made with each. */

export type CardName = keyof typeof CARDS;

export interface Card {
  number: string;
  brand: 'visa' | 'mastercard' | 'amex';
  funding: 'credit' | 'debit';
  country: string;
  /** Refused with these codes, after the network was asked. */
  decline?: { code: string; declineCode: string; reason: string };
  /** Asks the payer to confirm with the bank first. */
  isChallenged?: true;
  /** How its refunds go: at once, later, or well at first and failing later. */
  refunds?: 'later' | 'fail';
}

const plain = { brand: 'visa', funding: 'credit', country: 'US' } as const;

function declining(code: string, declineCode: string): Card['decline'] {
  return { code, declineCode, reason: declineCode };
}

export const CARDS = {
  visa: { ...plain, number: '4242424242424242' },
  visaDebit: { ...plain, number: '4000056655665556', funding: 'debit' },
  mastercard: { ...plain, number: '5555555555554444', brand: 'mastercard' },
  amex: { ...plain, number: '378282246310005', brand: 'amex' },
  declined: {
    ...plain,
    number: '4000000000000002',
    decline: declining('card_declined', 'generic_decline'),
  },
  insufficientFunds: {
    ...plain,
    number: '4000000000009995',
    decline: declining('card_declined', 'insufficient_funds'),
  },
  expired: {
    ...plain,
    number: '4000000000000069',
    decline: declining('expired_card', 'expired_card'),
  },
  refundLater: { ...plain, number: '4000000000007726', refunds: 'later' },
  refundFails: { ...plain, number: '4000000000005126', refunds: 'fail' },
  challenged: { ...plain, number: '4000002760003184', isChallenged: true },
  challengedOnce: { ...plain, number: '4000002500003155', isChallenged: true },
} satisfies Record<string, Card>;

/** What the payer is told; the codes are in the error. */
export const DECLINE_TEXT: Record<string, string> = {
  generic_decline: 'Your card was declined.',
  insufficient_funds: 'Your card has insufficient funds.',
  expired_card: 'Your card has expired.',
};

export function cardNamed(name: string): Card {
  const card = (CARDS as Record<string, Card>)[name];
  if (!card) throw new Error(`There is no test card called ${name}.`);
  return card;
}

export function cardNameOf(number: string): CardName | undefined {
  return (Object.keys(CARDS) as CardName[]).find((name) => CARDS[name].number === number);
}
