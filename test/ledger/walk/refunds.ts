import { expect } from '@jest/globals';
import { full, idOf } from '../books.ts';
import type { Scenario } from './scenario.ts';

export const refunds: Scenario[] = [
  {
    name: 'an on-time departure: paid, fee, refunded by the way it came',
    walk: async (books) => {
      await books.receive('b1');
      await books.fee('pi_b1', 29_030n, 'txn_b1:fee');
      await books.byRule('d1', 'b1');
      const r = await books.reserve('b1', { decision: 'd1', disbursement: 'b1' });
      await books.figures('b1', { paid: full, held: full, reserved: full });
      expect(await books.settle('b1', r, 're_b1:succeeded')).toBe('settled');
      await books.figures('b1', { paid: full, refunded: full });
      expect(await books.net('processor:clearing', 'b1', 'pi_b1')).toBe(-29_030n);
    },
  },
  {
    name: 'the same cause twice: same content answers as before, other content is refused',
    walk: async (books) => {
      const reserve = { decision: 'd2', disbursement: 'b2' };
      await books.receive('b2');
      await books.fee('pi_b2', 29_030n, 'txn_b2:fee');
      await books.byRule('d2', 'b2');
      const r = await books.reserve('b2', reserve);
      await books.settle('b2', r, 're_b2:succeeded');

      const first = { bond_id: idOf('b2'), to_bond: full, to_suspense: 0n, replayed: true };
      const same = { payment: 'pi_b2', cause: 'pi_b2:paid' };
      expect(await books.receive('b2')).toEqual([first]);
      expect(await books.receive(null, same)).toEqual([first]);
      expect(await books.receive('b2_other', same)).toEqual([first]);
      await books.refused('VB001', () => books.receive('b2', { amount: 999_999n }));
      await books.refused('VB001', () => books.receive('b2', { cause: 'pi_other:paid' }));
      await books.refused('VB001', () => books.receive('b2', { currency: 'EUR' }));
      await books.fee('pi_b2', 29_030n, 'txn_b2:fee');
      await books.refused('VB001', () => books.fee('pi_b2', 29_031n, 'txn_b2:fee'));
      expect(await books.reserve('b2', reserve)).toBe(r);
      await books.refused('VB001', () => books.reserve('b2', { ...reserve, to: 'bank:escrow' }));
      await books.refused('VB001', () => books.reserve('b2', { ...reserve, amount: 1n }));
      expect(await books.settle('b2', r, 're_b2:succeeded')).toBe('replayed');
      expect(await books.settle('b2', r, 'listing:succeeded')).toBe('already_settled');
      await books.refused('VB001', () => books.void('b2', r, 're_b2:succeeded'));
      await books.refused('VB004', () => books.void('b2', r, 're_b2:failed'));
      await books.refused('VB001', () =>
        books.receive('b2', { payment: 'pi_b2_second', cause: 'pi_b2:paid' }),
      );
      await books.figures('b2', { paid: full, refunded: full });
    },
  },
  {
    name: 'a refund fails after success and goes by bank, which bounces it, until it arrives',
    walk: async (books) => {
      const byBank = { decision: 'd3', to: 'bank:escrow' };
      await books.receive('b3');
      await books.byRule('d3', 'b3');
      const r1 = await books.reserve('b3', { decision: 'd3', disbursement: 'b3' });
      await books.refused('VB004', () => books.takeBack('b3', r1, 're_b3:early'));
      await books.settle('b3', r1, 're_b3:succeeded');
      expect(await books.takeBack('b3', r1, 're_b3:failed_after_success')).toBe('taken_back');
      expect(await books.takeBack('b3', r1, 're_b3:failed_after_success')).toBe('replayed');
      expect(await books.takeBack('b3', r1, 'listing:failed')).toBe('already_taken_back');
      expect(await books.settle('b3', r1, 're_b3:succeeded')).toBe('replayed');
      await books.refused('VB004', () => books.settle('b3', r1, 're_b3:succeeded_again'));
      await books.figures('b3', { paid: full, held: full });

      const r2 = await books.reserve('b3', { ...byBank, disbursement: 'b3b' });
      expect(await books.settle('b3', r2, 'camt_7:booked')).toBe('settled');
      expect(await books.takeBack('b3', r2, 'camt_9:returned')).toBe('taken_back');
      const r3 = await books.reserve('b3', { ...byBank, disbursement: 'b3c' });
      expect(await books.void('b3', r3, 'disbursement:b3c:failed')).toBe('voided');
      expect(await books.void('b3', r3, 'disbursement:b3c:failed')).toBe('replayed');
      expect(await books.void('b3', r3, 'disbursement:b3c:canceled')).toBe('already_voided');
      const r4 = await books.reserve('b3', { ...byBank, disbursement: 'b3d' });
      expect(await books.settle('b3', r4, 'camt_12:booked')).toBe('settled');
      await books.figures('b3', { paid: full, refunded: full });
      await books.refused('VB003', () =>
        books.reserve('b3', { ...byBank, amount: 1n, disbursement: 'b3e' }),
      );
      expect(await books.net('bank:escrow', 'b3')).toBe(-full);
    },
  },
  {
    name: 'news contradicts itself: failed, tried again, then the first one was paid, and bounces',
    walk: async (books) => {
      const byBank = { decision: 'd4', to: 'bank:escrow' };
      await books.receive('b4');
      await books.byRule('d4', 'b4');
      const r = await books.reserve('b4', { ...byBank, disbursement: 'b4' });
      await books.void('b4', r, 'disbursement:b4:failed');
      const r2 = await books.reserve('b4', { ...byBank, amount: 700_000n, disbursement: 'b4b' });
      expect(await books.settle('b4', r, 'camt_5:booked')).toBe('settled_late');
      expect(await books.settle('b4', r, 'camt_6:booked')).toBe('already_settled');
      const late = { paid: full, refunded: full, held: 700_000n, reserved: 700_000n };
      await books.figures('b4', { ...late, borne: 700_000n });
      await books.void('b4', r2, 'disbursement:b4b:canceled');
      await books.figures('b4', { paid: full, refunded: full });
      expect(await books.takeBack('b4', r, 'camt_8:returned')).toBe('taken_back');
      expect(await books.takeBack('b4', r, 'camt_8:returned')).toBe('replayed');
      await books.refused('VB004', () => books.settle('b4', r, 'camt_10:booked'));
      await books.figures('b4', { paid: full, held: full });
    },
  },
  {
    name: 'both disbursements left although one was voided: the operator bears the second',
    walk: async (books) => {
      await books.receive('b5');
      await books.byRule('d5', 'b5');
      const r = await books.reserve('b5', { decision: 'd5', disbursement: 'b5' });
      await books.void('b5', r, 're_b5:failed');
      const r2 = await books.reserve('b5', { decision: 'd5', disbursement: 'b5b' });
      await books.settle('b5', r2, 're_b5b:succeeded');
      expect(await books.settle('b5', r, 're_b5:succeeded')).toBe('settled_late');
      await books.figures('b5', { paid: full, refunded: 2n * full, borne: full });
      expect(await books.takeBack('b5', r, 're_b5:failed_after_success')).toBe('taken_back');
      await books.figures('b5', { paid: full, refunded: full });
    },
  },
  {
    name: 'a late refund from a bond that holds more is a fact, and the decision is not overdrawn',
    walk: async (books) => {
      await books.receive('b6', { amount: 2n * full });
      await books.byRule('d6', 'b6');
      const r = await books.reserve('b6', { decision: 'd6', disbursement: 'b6' });
      await books.void('b6', r, 're_b6:failed');
      await books.reserve('b6', { decision: 'd6', disbursement: 'b6b' });
      await books.settle('b6', r, 're_b6:succeeded');
      const rest = { held: full, reserved: full, refunded: full };
      await books.figures('b6', { paid: 2n * full, ...rest });
      await books.takeBack('b6', r, 're_b6:failed_after_success');
      await books.figures('b6', { paid: 2n * full, held: 2n * full, reserved: full });
    },
  },
];
