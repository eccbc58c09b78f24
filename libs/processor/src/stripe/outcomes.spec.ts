import { expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { outcomeOfError, UnexpectedAnswer } from './outcomes.ts';
import { mustBe } from './read-objects.ts';

const { errors } = Stripe;
const raw = (more: object) => ({ type: 'invalid_request_error', ...more }) as never;

test('what may have happened is unknown, and asked again under the same key', () => {
  const unclear = [
    new errors.StripeConnectionError(raw({ message: 'reset' })),
    new errors.StripeAPIError(raw({ statusCode: 500 })),
    new errors.StripeRateLimitError(raw({ statusCode: 429 })),
    new errors.StripeInvalidRequestError(raw({ statusCode: 409, code: 'lock_timeout' })),
    new errors.StripeIdempotencyError(raw({ statusCode: 409, code: 'idempotency_key_in_use' })),
    new errors.StripeAuthenticationError(raw({ statusCode: 401 })),
    new errors.StripePermissionError(raw({ statusCode: 403 })),
    new UnexpectedAnswer('not a refund'),
  ];
  expect(unclear.map((e) => outcomeOfError(e))).toEqual(
    [
      'no_answer',
      'broken',
      'too_many',
      'in_progress',
      'in_progress',
      'not_authenticated',
      'not_permitted',
      'not a refund',
    ].map((reason) => ({ kind: 'unknown', reason })),
  );
});

test('refusals keep the code, and say whether another key may help', () => {
  const refusal = (more: object) =>
    outcomeOfError(new errors.StripeInvalidRequestError(raw({ statusCode: 400, ...more })));
  expect(refusal({ code: 'charge_already_refunded' })).toEqual({
    kind: 'refused',
    code: 'charge_already_refunded',
    retryWithNewKey: false,
  });
  expect(refusal({ code: 'charge_disputed' })).toMatchObject({ retryWithNewKey: true });
  expect(refusal({ code: 'balance_insufficient' })).toMatchObject({ retryWithNewKey: true });
  const message = 'Refund amount ($40.00) is greater than unrefunded amount on charge ($30.00)';
  expect(refusal({ param: 'amount', message })).toMatchObject({ code: 'amount_exceeds_charge' });
  expect(refusal({ message: 'You cannot.' })).toMatchObject({ code: 'invalid_request' });
  expect(
    outcomeOfError(new errors.StripeIdempotencyError(raw({ statusCode: 400, message: 'other' }))),
  ).toEqual({ kind: 'refused', code: 'idempotency_mismatch', retryWithNewKey: false });
  expect(
    outcomeOfError(new errors.StripeCardError(raw({ statusCode: 402, code: 'card_declined' }))),
  ).toMatchObject({ kind: 'refused', code: 'card_declined', retryWithNewKey: true });
});

test('any other error is a bug and goes on', () => {
  expect(() => outcomeOfError(new TypeError('oops'))).toThrow('oops');
});

test('a body that is not what was asked for is no answer, whatever its status', () => {
  for (const body of [
    { message: 'Not Found' },
    { object: 'refund' },
    { object: 'charge', id: 'ch_1' },
    null,
  ]) {
    expect(() => mustBe<{ object: string }>(body as never, 'refund', 're_')).toThrow(
      UnexpectedAnswer,
    );
  }
  expect(
    mustBe<{ object: string; id?: string }>({ object: 'refund', id: 're_1' }, 'refund', 're_'),
  ).toMatchObject({ id: 're_1' });
});
