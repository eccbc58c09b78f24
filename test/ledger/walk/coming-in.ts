import { expect } from '@jest/globals';
import { full } from '../books.ts';
import type { Scenario } from './scenario.ts';

export const comingIn: Scenario[] = [
  {
    name: 'a surplus: kept apart, matched later in part, the rest returned, and it bounces',
    walk: async (books) => {
      const [split] = await books.receive('s1', { amount: 1_200_000n, toBond: full });
      expect(split).toMatchObject({ to_bond: full, to_suspense: 200_000n, replayed: false });
      await books.figures('s1', { paid: full, held: full });
      await books.match('pi_s1', 's1b', 50_000n, 'task:s1:matched');
      await books.match('pi_s1', 's1b', 50_000n, 'task:s1:matched');
      await books.refused('VB001', () => books.match('pi_s1', 's1b', 50_001n, 'task:s1:matched'));
      await books.refused('VB001', () => books.match('pi_s1', 's1c', 50_000n, 'task:s1:matched'));
      await books.refused('23514', () => books.match('pi_s1', 's1b', 150_001n, 'task:s1b:matched'));
      await books.refused('VB002', () => books.match('nobody', 's1b', 1n, 'task:s1c:matched'));
      await books.figures('s1b', { paid: 50_000n, held: 50_000n });

      await books.byRule('d_s1', 'pi_s1', 150_000n);
      const way = { decision: 'd_s1', amount: 150_000n };
      const r = await books.reserve('pi_s1', { ...way, disbursement: 's1' });
      await books.refused('23514', () => books.match('pi_s1', 's1b', 1n, 'task:s1d:matched'));
      await books.settle('pi_s1', r, 're_s1:succeeded');
      expect(await books.account('pi_s1')).toEqual({ held: 0n, reserved: 0n });
      expect(await books.takeBack('pi_s1', r, 're_s1:failed_after_success')).toBe('taken_back');
      expect(await books.account('pi_s1')).toEqual({ held: 150_000n, reserved: 0n });
      await books.isClean();
    },
  },
  {
    name: 'two payments matched to one bond by the same task are two different things',
    walk: async (books) => {
      await books.receive(null, { payment: 'pi_s2a' });
      await books.receive(null, { payment: 'pi_s2b' });
      await books.match('pi_s2a', 's2', 1n, 'task:s2:matched');
      await books.refused('VB001', () => books.match('pi_s2b', 's2', 1n, 'task:s2:matched'));
      await books.figures('s2', { paid: 1n, held: 1n });
    },
  },
  {
    name: 'late money for a lapsed bond: suspense, returned by bank, and bounced by it',
    walk: async (books) => {
      const [split] = await books.receive(null, { payment: 'pi_s3' });
      expect(split).toMatchObject({ bond_id: null, to_bond: 0n, to_suspense: full });
      await books.byRule('d_s3', 'pi_s3');
      const way = { decision: 'd_s3', disbursement: 's3', to: 'bank:escrow' };
      const r = await books.reserve('pi_s3', way);
      await books.settle('pi_s3', r, 'camt_50:booked');
      await books.refused('23514', () => books.match('pi_s3', 's3', 1n, 'task:s3:matched'));
      await books.takeBack('pi_s3', r, 'camt_51:returned');
      await books.match('pi_s3', 's3', full, 'task:s3b:matched');
      await books.figures('s3', { paid: full, held: full });
    },
  },
  {
    name: 'a return from suspense that was voided leaves after all',
    walk: async (books) => {
      await books.receive(null, { payment: 'pi_s4' });
      await books.byRule('d_s4', 'pi_s4');
      const r = await books.reserve('pi_s4', { decision: 'd_s4', disbursement: 's4' });
      await books.void('pi_s4', r, 're_s4:failed');
      await books.match('pi_s4', 's4', full, 'task:s4:matched');
      expect(await books.settle('pi_s4', r, 're_s4:succeeded')).toBe('settled_late');
      expect(await books.net('operator:losses', 'pi_s4')).toBe(full);
      await books.isClean();
    },
  },
  {
    name: 'a fee that is known before its payment',
    walk: async (books) => {
      await books.fee('pi_s5', 100n, 'txn_s5:fee');
      await books.refused('23514', () => books.match('pi_s5', 's5', 1n, 'task:s5:matched'));
      await books.receive('s5', { amount: 1_200_000n, toBond: full });
      await books.figures('s5', { paid: full, held: full });
      expect(await books.account('pi_s5')).toEqual({ held: 200_000n, reserved: 0n });
    },
  },
  {
    name: 'a split that does not add up is refused',
    walk: async (books) => {
      await books.refused('23514', () => books.receive('s6', { toBond: full + 1n }));
      await books.refused('23514', () => books.receive('s6', { toBond: 0n }));
      await books.refused('23514', () => books.receive(null, { payment: 'pi_s6', toBond: 1n }));
      await books.refused('23514', () => books.receive('s6', { amount: 0n }));
      await books.refused('23514', () => books.receive('s6', { amount: -5n }));
      await books.refused('23514', () => books.receive('s6', { currency: 'usd' }));
      await books.refused('VB002', () =>
        books.receive('s6', { payment: 's6', amount: 2n, toBond: 1n }),
      );
    },
  },
  {
    name: 'currencies never mix',
    walk: async (books) => {
      const francs = { amount: 6_000_000n, currency: 'XOF' };
      await books.receive('s7', francs);
      await books.refused('VB002', () => books.receive('s7', { payment: 'pi_s7_usd', amount: 5n }));
      await books.receive(null, { payment: 'pi_s7b', amount: 5n });
      await books.refused('VB002', () => books.match('pi_s7b', 's7', 5n, 'task:s7:matched'));
      await books.refused('VB002', () => books.match('pi_s7b', 's7', 5n, 'task:s7:matched', 'XOF'));
      await books.receive(null, { payment: 'pi_s7c', ...francs });
      await books.refused('VB002', () => books.fee('pi_s7c', 1n, 'txn_s7c:fee'));
      await books.refused('23503', () => books.byRule('d_s7', 's7'));
      await books.figures('s7', { paid: 6_000_000n, held: 6_000_000n });
    },
  },
  {
    name: 'treasury: payout and its return, own money put in, top-up, what the processor charges',
    walk: async (books) => {
      await books.treasury('po_1', 'payout', 700_000n, 'po_1:paid');
      await books.treasury('po_9', 'payout', 1_000n, 'txn_90:moved');
      await books.treasury('po_9', 'payout_returned', 1_000n, 'txn_91:moved');
      expect(await books.net('bank:escrow', 'po_9')).toBe(0n);
      await books.treasury('txn_92', 'cost', 700n, 'txn_92:moved');
      await books.treasury('txn_93', 'cost_returned', 200n, 'txn_93:moved');
      expect(await books.net('processor:fees', 'txn_92')).toBe(700n);
      expect(await books.net('processor:fees', 'txn_93')).toBe(-200n);
      await books.treasury('fund_1', 'funded', 90_000n, 'camt_60:booked');
      await books.treasury('draw_1', 'drawn', 1_500n, 'camt_61:booked');
      await books.treasury('top_1', 'topped_up', 90_000n, 'tu_1:succeeded');
      await books.treasury('top_1', 'topped_up', 90_000n, 'tu_1:succeeded');
      const again = (amount: bigint) =>
        books.treasury('top_1', 'topped_up', amount, 'tu_1:succeeded');
      await books.refused('VB001', () => again(90_001n));
      await books.refused('VB002', () => books.treasury('x_1', 'paid', 1n, 'x_1:paid'));
      await books.receive('s8');
      await books.refused('VB002', () => books.treasury('s8', 'payout', 1n, 'po_2:paid'));
      await books.refused('VB002', () => books.fee('s8', 1n, 'txn_s8:fee'));
      expect(await books.net('operator:funding', 'fund_1')).toBe(-90_000n);
      expect(await books.net('operator:funding', 'draw_1')).toBe(1_500n);
    },
  },
];
