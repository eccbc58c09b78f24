import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { isInScope, type Traveller } from './scope.ts';

const today = Temporal.PlainDate.from('2026-11-24');
const traveller = (more: Partial<Traveller> = {}): Traveller => ({
  nationality: 'USA',
  documentState: 'USA',
  documentExpiresOn: today,
  documentNeededUntil: today,
  ...more,
});

test('a passport of the bonded state, valid through today, is in scope', () => {
  expect(isInScope('USA', traveller(), today)).toEqual({ ok: true, value: true });
});

test.each([
  [{ documentState: 'MLI' }, 'outside_programme', 'issuingState'],
  [{ nationality: 'MLI' }, 'outside_programme', 'nationality'],
  [{ documentExpiresOn: today.subtract({ days: 1 }) }, 'document_expired', 'expiresOn'],
  [{ documentNeededUntil: today.add({ days: 1 }) }, 'document_expires_too_early', 'expiresOn'],
])('%p is not: %s, and the field is named', (more, code, field) => {
  expect(isInScope('USA', traveller(more), today)).toMatchObject({
    ok: false,
    code,
    detail: { field },
  });
});

test('a passport that ends too early says until when it is needed (R34)', () => {
  const needed = today.add({ months: 7 });
  const on = (documentExpiresOn: typeof today) =>
    isInScope('USA', traveller({ documentExpiresOn, documentNeededUntil: needed }), today);
  expect(on(needed)).toEqual({ ok: true, value: true });
  expect(on(needed.subtract({ days: 1 }))).toMatchObject({ detail: { needed: `${needed}` } });
});
