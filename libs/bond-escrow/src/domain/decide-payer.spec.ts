import { describe, expect, test } from '@jest/globals';
import { Temporal } from '#kernel';
import { INVITATIONS_MAX, mayAskPayer, mayEndPayer, mayTakeOn } from './decide-payer.ts';
import type { PayerInvitationState } from './payer-invitation.lifecycle.ts';
import type { PaymentState } from './payment.lifecycle.ts';

const now = Temporal.Instant.from('2026-11-27T12:00:00Z');
const days = (n: number) => now.add({ hours: 24 * n });
const facts = { ...({ bondState: 'required' } as const), postBy: days(30), now };

describe('somebody else is asked to pay', () => {
  const asking = {
    ...{ ...facts, isOwnAddress: false, earlier: [] as PayerInvitationState[] },
    paymentStates: [] as PaymentState[],
  };

  test('for fourteen days, and never beyond the last moment to post', () => {
    expect(mayAskPayer(asking)).toEqual({ ok: true, value: days(14) });
    expect(mayAskPayer({ ...asking, postBy: days(3) })).toEqual({ ok: true, value: days(3) });
  });

  test.each([
    [{ bondState: 'held' } as const, 'wrong_state'],
    [{ bondState: 'lapsed' } as const, 'wrong_state'],
    [{ postBy: days(-1) }, 'too_late'],
    [{ paymentStates: ['processing'] as PaymentState[] }, 'money_on_its_way'],
    [{ paymentStates: ['paid'] as PaymentState[] }, 'money_on_its_way'],
    [{ earlier: ['sent'] as PayerInvitationState[] }, 'asked_already'],
    [{ earlier: ['declined', 'accepted'] as PayerInvitationState[] }, 'asked_already'],
    [{ isOwnAddress: true }, 'own_address'],
  ])('not with %j', (change, code) => {
    expect(mayAskPayer({ ...asking, ...change })).toMatchObject({ ok: false, code });
  });

  test('not for ever: each of them has a mail', () => {
    const earlier = Array.from({ length: INVITATIONS_MAX }, () => 'declined' as const);
    expect(mayAskPayer({ ...asking, earlier: earlier.slice(1) }).ok).toBe(true);
    expect(mayAskPayer({ ...asking, earlier })).toMatchObject({ code: 'too_many_invitations' });
  });

  test('while a page to pay is open that nobody has paid on', () => {
    const paymentStates: PaymentState[] = ['awaiting_payer', 'failed'];
    expect(mayAskPayer({ ...asking, paymentStates }).ok).toBe(true);
  });
});

describe('taking a bond on', () => {
  const coming = {
    ...facts,
    ...{ state: 'sent' as PayerInvitationState, expiresAt: days(14), isAskedAddress: true },
    isPaying: false,
  };

  test('with a link that is open, by the address that was asked', () => {
    expect(mayTakeOn(coming)).toEqual({ ok: true, value: true });
  });

  test.each([
    [{ state: 'accepted' } as const, 'used_link'],
    [{ state: 'declined' } as const, 'used_link'],
    [{ state: 'withdrawn' } as const, 'used_link'],
    [{ state: 'expired' } as const, 'expired_link'],
    [{ expiresAt: now }, 'expired_link'],
    [{ isAskedAddress: false }, 'other_address'],
    [{ bondState: 'held' } as const, 'wrong_state'],
    [{ postBy: days(-1), expiresAt: days(1) }, 'too_late'],
    [{ isPaying: true }, 'money_on_its_way'],
  ])('not with %j', (change, code) => {
    expect(mayTakeOn({ ...coming, ...change })).toMatchObject({ ok: false, code });
  });
});

describe('the applicant pays again', () => {
  const ending = {
    ...({ bondState: 'required', state: 'accepted' } as const),
    isPaying: false,
  };

  test('while nothing was paid', () => {
    expect(mayEndPayer(ending).ok).toBe(true);
  });

  test.each([
    [{ state: 'sent' } as const, 'wrong_state'],
    [{ bondState: 'held' } as const, 'wrong_state'],
    [{ isPaying: true }, 'money_on_its_way'],
  ])('not with %j', (change, code) => {
    expect(mayEndPayer({ ...ending, ...change })).toMatchObject({ ok: false, code });
  });
});
