import { expect } from '@jest/globals';
import { full, type Books } from '../books.ts';
import type { Scenario } from './scenario.ts';

/** Paid, and a refund of all of it reserved; returns the reserve. */
async function refundOnItsWay(books: Books, bond: string): Promise<number> {
  await books.receive(bond);
  await books.byRule(`d_${bond}`, bond);
  return books.reserve(bond, { decision: `d_${bond}`, disbursement: bond });
}

export const disputes: Scenario[] = [
  {
    name: 'lost while a refund is reserved, which then fails: the loss is made good',
    walk: async (books) => {
      const r = await refundOnItsWay(books, 'q1');
      const w = await books.disputed('q1', full, 'du_q1:withdrawn');
      expect(await books.disputed('q1', full, 'du_q1:withdrawn')).toBe(w);
      await books.refused('VB001', () => books.disputed('q1', 1n, 'du_q1:withdrawn'));
      expect(await books.lost('q1', w, 'du_q1:lost')).toEqual([0n, full]);
      expect(await books.lost('q1', w, 'du_q1:lost')).toEqual([0n, full]);
      const open = { paid: full, chargedBack: full, held: full, reserved: full, borne: full };
      await books.figures('q1', open);
      expect(await books.void('q1', r, 're_q1:failed')).toBe('voided');
      await books.figures('q1', { paid: full, chargedBack: full });
      expect(await books.net('disputes:receivable', 'q1')).toBe(0n);
      await books.refused('VB004', () => books.won('q1', w, 'du_q1:won'));
      await books.refused('VB004', () => books.lost('q1', w, 'du_q1:lost_again'));
    },
  },
  {
    name: 'lost while a refund is reserved, which succeeds, and later fails after success',
    walk: async (books) => {
      const r = await refundOnItsWay(books, 'q2');
      const w = await books.disputed('q2', full, 'du_q2:withdrawn');
      await books.lost('q2', w, 'du_q2:lost');
      expect(await books.settle('q2', r, 're_q2:succeeded')).toBe('settled');
      await books.figures('q2', { paid: full, refunded: full, chargedBack: full, borne: full });
      await books.takeBack('q2', r, 're_q2:failed_after_success');
      await books.figures('q2', { paid: full, chargedBack: full });
    },
  },
  {
    name: 'lost after the refund was settled: the operator bears it, and the bond takes no new money',
    walk: async (books) => {
      const r = await refundOnItsWay(books, 'q3');
      await books.settle('q3', r, 're_q3:succeeded');
      const w = await books.disputed('q3', full, 'du_q3:withdrawn');
      expect(await books.lost('q3', w, 'du_q3:lost')).toEqual([0n, full]);
      const end = { paid: full, refunded: full, chargedBack: full, borne: full };
      await books.figures('q3', end);
      const [again] = await books.receive('q3', { payment: 'pi_q3_again' });
      expect(again).toEqual({ bond_id: null, to_bond: 0n, to_suspense: full, replayed: false });
      await books.refused('VB006', () => books.match('pi_q3_again', 'q3', 1n, 'task:1:matched'));
      await books.figures('q3', end);
    },
  },
  {
    name: 'won, with its fee',
    walk: async (books) => {
      await books.receive('q4');
      const w = await books.disputed('q4', full, 'du_q4:withdrawn');
      await books.fee('pi_q4', 1_500n, 'du_q4:fee');
      expect(await books.net('disputes:receivable', 'q4')).toBe(full);
      await books.won('q4', w, 'du_q4:won');
      await books.won('q4', w, 'du_q4:won');
      await books.refused('VB004', () => books.lost('q4', w, 'du_q4:lost'));
      await books.figures('q4', { paid: full, held: full });
      expect(await books.net('processor:clearing', 'q4', 'pi_q4')).toBe(998_500n);
    },
  },
  {
    name: 'lost in part: the rest is still held',
    walk: async (books) => {
      await books.receive('q5');
      const w = await books.disputed('q5', 300_000n, 'du_q5:withdrawn');
      expect(await books.lost('q5', w, 'du_q5:lost')).toEqual([300_000n, 0n]);
      await books.figures('q5', { paid: full, chargedBack: 300_000n, held: 700_000n });
    },
  },
  {
    name: 'of money in suspense, there and gone',
    walk: async (books) => {
      await books.receive(null, { payment: 'pi_q6', amount: 500_000n });
      const w = await books.disputed('pi_q6', 500_000n, 'du_q6:withdrawn');
      expect(await books.lost('pi_q6', w, 'du_q6:lost')).toEqual([500_000n, 0n]);

      await books.receive(null, { payment: 'pi_q7' });
      await books.byRule('d_q7', 'pi_q7');
      const r = await books.reserve('pi_q7', { decision: 'd_q7', disbursement: 'q7' });
      const w7 = await books.disputed('pi_q7', full, 'du_q7:withdrawn');
      expect(await books.lost('pi_q7', w7, 'du_q7:lost')).toEqual([0n, full]);
      await books.void('pi_q7', r, 're_q7:failed');
      expect(await books.account('pi_q7')).toEqual({ held: 0n, reserved: 0n });
      expect(await books.net('operator:losses', 'pi_q7')).toBe(0n);
      await books.isClean();
    },
  },
  {
    name: 'charged back before the visa, and paid again',
    walk: async (books) => {
      await books.receive('q8');
      const w = await books.disputed('q8', full, 'du_q8:withdrawn');
      await books.lost('q8', w, 'du_q8:lost');
      await books.receive('q8', { payment: 'pi_q8_again' });
      await books.figures('q8', { paid: 2n * full, chargedBack: full, held: full });
    },
  },
  {
    name: 'of an owner that is unknown, keeps another currency, or has no payment',
    walk: async (books) => {
      await books.receive('q9');
      await books.treasury('po_q9', 'payout', 1n, 'po_q9:paid');
      await books.refused('VB002', () => books.disputed('nobody', 1n, 'du_q9:withdrawn'));
      await books.refused('VB002', () => books.disputed('q9', 1n, 'du_q9:withdrawn', 'EUR'));
      await books.refused('VB002', () => books.disputed('po_q9', 1n, 'du_q9:withdrawn'));
      await books.refused('23514', () => books.disputed('q9', 0n, 'du_q9:withdrawn'));
    },
  },
];
