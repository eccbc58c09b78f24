import { expect } from '@jest/globals';
import { full, type Books } from '../books.ts';
import type { Scenario } from './scenario.ts';

/** Paid, forfeited in full and settled, with a decision ready that rescinds it; returns the reserve. */
async function forfeited(books: Books, bond: string): Promise<number> {
  await books.receive(bond);
  await books.byTwo(`d_${bond}`, bond, 0n, full);
  await books.byTwo(`d_${bond}r`, bond, full, 0n);
  const f = await books.forfeit(bond, full, `d_${bond}`);
  await books.settle(bond, f, `decision:${bond}:final`);
  return f;
}

export const forfeitures: Scenario[] = [
  {
    name: 'a breach in part: refund at once, forfeit when final, remitted, rescinded, repaid',
    walk: async (books) => {
      await books.receive('f1');
      await books.byTwo('d_f1', 'f1', 600_000n, 400_000n);
      const way = { decision: 'd_f1', login: 'officer' } as const;
      const r = await books.reserve('f1', { ...way, amount: 600_000n, disbursement: 'f1' });
      const f = await books.forfeit('f1', 400_000n, 'd_f1');
      await books.refused('VB003', () =>
        books.reserve('f1', { ...way, amount: 1n, disbursement: 'f1x' }),
      );
      await books.figures('f1', { paid: full, held: full, reserved: full });
      await books.settle('f1', r, 're_f1:succeeded');
      const half = { paid: full, refunded: 600_000n };
      await books.figures('f1', { ...half, held: 400_000n, reserved: 400_000n });
      await books.refused('VB004', () => books.remit('f1', f, 'remittance:1:f1'));
      await books.refused('VB004', () => books.rescind('f1', f, 'd_f1', 'd_f1:rescinded'));
      expect(await books.settle('f1', f, 'decision:f1:final')).toBe('settled');
      await books.refused('VB004', () => books.takeBack('f1', f, 'decision:f1:back'));
      await books.figures('f1', { ...half, forfeited: 400_000n });

      await books.remit('f1', f, 'remittance:1:f1');
      await books.remit('f1', f, 'remittance:1:f1');
      await books.refused('VB004', () => books.remit('f1', f, 'remittance:2:f1'));
      await books.treasury('remittance_1', 'remittance', 400_000n, 'camt_20:booked');
      const state = async () =>
        (await books.net('state:forfeited', 'f1')) +
        (await books.net('state:remitted', 'f1', 'remittance_1'));
      expect(await state()).toBe(0n);

      await books.byTwo('d_f1r', 'f1', 400_000n, 0n);
      await books.receive('f1_other');
      await books.byTwo('d_f1_other', 'f1_other', full, 0n);
      await books.refused('VB003', () => books.rescind('f1', f, 'd_f1_other', 'd_f1r:rescinded'));
      await books.rescind('f1', f, 'd_f1r', 'd_f1r:rescinded');
      await books.rescind('f1', f, 'd_f1r', 'd_f1r:rescinded');
      await books.refused('VB004', () => books.rescind('f1', f, 'd_f1r', 'd_f1r:again'));
      expect(await state()).toBe(400_000n);
      const back = { decision: 'd_f1r', amount: 400_000n, to: 'bank:escrow', disbursement: 'f1r' };
      const r2 = await books.reserve('f1', back);
      await books.settle('f1', r2, 'camt_21:booked');
      await books.figures('f1', { paid: full, refunded: full });
      await books.treasury('remittance_1', 'state_repaid', 400_000n, 'camt_30:booked');
      expect(await state()).toBe(0n);
    },
  },
  {
    name: 'overturned before it was final: the reserve is voided, and the forfeit cannot settle',
    walk: async (books) => {
      await books.receive('f2');
      await books.byTwo('d_f2', 'f2', 0n, full);
      const f = await books.forfeit('f2', full, 'd_f2');
      await books.void('f2', f, 'decision:f2:overturned');
      await books.refused('VB004', () => books.settle('f2', f, 'decision:f2:final'));
      await books.figures('f2', { paid: full, held: full });
    },
  },
  {
    name: 'rescinded before it was remitted',
    walk: async (books) => {
      const f = await forfeited(books, 'f3');
      await books.ask('d_f3x', 'f3', full, 0n);
      await books.refused('VB003', () => books.rescind('f3', f, 'd_f3x', 'd_f3x:rescinded'));
      await books.rescind('f3', f, 'd_f3r', 'd_f3r:rescinded');
      expect(await books.net('state:forfeited', 'f3')).toBe(0n);
      await books.refused('VB004', () => books.remit('f3', f, 'remittance:2:f3'));
      await books.figures('f3', { paid: full, held: full });
    },
  },
  {
    name: 'a dispute lost after forfeiture, then rescinded: nothing is left to refund',
    walk: async (books) => {
      const f = await forfeited(books, 'f4');
      const w = await books.disputed('f4', full, 'du_f4:withdrawn');
      expect(await books.lost('f4', w, 'du_f4:lost')).toEqual([0n, full]);
      await books.figures('f4', { paid: full, forfeited: full, chargedBack: full, borne: full });
      await books.rescind('f4', f, 'd_f4r', 'd_f4r:rescinded');
      await books.figures('f4', { paid: full, chargedBack: full });
    },
  },
  {
    name: 'a dispute lost after remittance, then rescinded: the state owes it',
    walk: async (books) => {
      const f = await forfeited(books, 'f5');
      await books.remit('f5', f, 'remittance:3:f5');
      await books.treasury('remittance_3', 'remittance', full, 'camt_40:booked');
      const w = await books.disputed('f5', full, 'du_f5:withdrawn');
      expect(await books.lost('f5', w, 'du_f5:lost')).toEqual([0n, full]);
      await books.figures('f5', { paid: full, forfeited: full, chargedBack: full, borne: full });
      await books.rescind('f5', f, 'd_f5r', 'd_f5r:rescinded');
      await books.figures('f5', { paid: full, chargedBack: full });
      expect(await books.net('state:remitted', 'f5', 'remittance_3')).toBe(full);
    },
  },
  {
    name: 'a dispute lost between a part decision and its finality: the forfeit part is voided',
    walk: async (books) => {
      await books.receive('f6');
      await books.byTwo('d_f6', 'f6', 600_000n, 400_000n);
      const r = await books.reserve('f6', {
        decision: 'd_f6',
        amount: 600_000n,
        disbursement: 'f6',
      });
      const f = await books.forfeit('f6', 400_000n, 'd_f6');
      const w = await books.disputed('f6', full, 'du_f6:withdrawn');
      expect(await books.lost('f6', w, 'du_f6:lost')).toEqual([400_000n, 600_000n]);
      expect(await books.lost('f6', w, 'du_f6:lost')).toEqual([400_000n, 600_000n]);
      const lost = { paid: full, chargedBack: full, borne: 600_000n };
      await books.figures('f6', { ...lost, held: 600_000n, reserved: 600_000n });
      await books.settle('f6', r, 're_f6:succeeded');
      await books.figures('f6', { ...lost, refunded: 600_000n });
      await books.refused('VB004', () => books.settle('f6', f, 'decision:f6:final'));
    },
  },
];
