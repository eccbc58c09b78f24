import { expect } from '@jest/globals';
import { full, idOf } from '../books.ts';
import type { Scenario } from './scenario.ts';

/** Money that left the processor by no disbursement of ours (R35), and came back. */
export const reversals: Scenario[] = [
  {
    name: 'a held bond is refunded elsewhere in part and in whole; each comes back',
    walk: async (books) => {
      await books.receive('v1');
      expect(await books.elsewhere('pi_v1', 400_000n, 're_v1:left')).toBe('booked');
      expect(await books.elsewhere('pi_v1', 400_000n, 're_v1:left')).toBe('replayed');
      await books.refused('VB001', () => books.elsewhere('pi_v1', 1n, 're_v1:left'));
      await books.figures('v1', { paid: full, refunded: 400_000n, held: 600_000n });
      expect(await books.elsewhere('pi_v1', 600_000n, 're_v1b:left')).toBe('booked');
      await books.figures('v1', { paid: full, refunded: full });
      expect(await books.cameBack('pi_v1', 're_v1:left', 're_v1:came_back')).toBe('booked');
      expect(await books.cameBack('pi_v1', 're_v1:left', 're_v1:came_back')).toBe('replayed');
      await books.figures('v1', { paid: full, refunded: 600_000n, held: 400_000n });
    },
  },
  {
    name: 'what a disbursement has reserved stays reserved: its void makes the loss good',
    walk: async (books) => {
      await books.receive('v2');
      await books.byRule('dv2', 'v2');
      const r = await books.reserve('v2', { decision: 'dv2', disbursement: 'v2' });
      await books.elsewhere('pi_v2', full, 're_v2:left');
      await books.figures('v2', {
        ...{ paid: full, refunded: full, held: full, reserved: full, borne: full },
      });
      await books.void('v2', r, 'disbursement:v2:unsent');
      await books.figures('v2', { paid: full, refunded: full });
      await books.cameBack('pi_v2', 're_v2:left', 're_v2:came_back');
      await books.figures('v2', { paid: full, held: full });
    },
  },
  {
    name: 'a payment that was too much gives its suspense first, then its bond',
    walk: async (books) => {
      await books.receive('v3', { amount: full + 5_000n, toBond: full });
      expect(await books.elsewhere('pi_v3', 6_000n, 're_v3:left')).toBe('booked');
      await books.figures('v3', { paid: full, refunded: 1_000n, held: full - 1_000n });
      await books.cameBack('pi_v3', 're_v3:left', 're_v3:came_back');
      await books.figures('v3', { paid: full, held: full });
      expect(await books.net('processor:clearing', 'v3', 'pi_v3')).toBe(full + 5_000n);
    },
  },
  {
    name: 'money that was matched to a bond is gone from that bond',
    walk: async (books) => {
      await books.receive(null, { payment: 'pi_v4' });
      await books.match('pi_v4', 'v4', full, 'task:v4:matched');
      await books.elsewhere('pi_v4', full, 're_v4:left');
      await books.figures('v4', { paid: full, refunded: full });
    },
  },
  {
    name: 'a dispute of a payment that was split takes of suspense first; it is won',
    walk: async (books) => {
      await books.receive('v5', { amount: full + 5_000n, toBond: full });
      expect(await books.taken('pi_v5', full + 5_000n, 'du_v5')).toBe('booked');
      expect(await books.taken('pi_v5', full + 5_000n, 'du_v5')).toBe('replayed');
      await books.figures('v5', { paid: full, held: full });
      expect(await books.net('disputes:receivable', 'v5')).toBe(full);
      expect(await books.net('disputes:receivable', 'pi_v5')).toBe(5_000n);
      expect(await books.decided('pi_v5', 'du_v5', true)).toBe(true);
      expect(await books.decided('pi_v5', 'du_v5', true)).toBe(true);
      expect(await books.net('disputes:receivable', 'v5', 'pi_v5')).toBe(0n);
      expect(await books.decided('pi_v5', 'du_none', true)).toBe(false);
    },
  },
  {
    name: 'a dispute that was lost is won after all: bond and suspense have their own again',
    walk: async (books) => {
      await books.receive('v6', { amount: full + 5_000n, toBond: full });
      await books.taken('pi_v6', full + 5_000n, 'du_v6');
      await books.decided('pi_v6', 'du_v6', false);
      await books.figures('v6', { paid: full, chargedBack: full });
      expect(await books.account('pi_v6')).toEqual({ held: 0n, reserved: 0n });
      await books.cameBack('pi_v6', 'du_v6:lost', 'du_v6:came_back');
      await books.figures('v6', { paid: full, held: full });
      expect(await books.account('pi_v6')).toEqual({ held: 5_000n, reserved: 0n });
    },
  },
  {
    name: 'what comes back to suspense makes the operator’s loss good first',
    walk: async (books) => {
      await books.receive('v7');
      await books.elsewhere('pi_v7', 400_000n, 're_v7:left');
      await books.taken('pi_v7', full, 'du_v7');
      await books.decided('pi_v7', 'du_v7', false);
      await books.figures('v7', {
        ...{ paid: full, refunded: 400_000n, chargedBack: full, borne: 400_000n },
      });
      expect(await books.cameBack('pi_v7', 'du_v7:lost', 'du_v7:came_back', true)).toBe('booked');
      expect(await books.cameBack('pi_v7', 'du_v7:lost', 'du_v7:came_back', true)).toBe('replayed');
      await books.figures('v7', { paid: full, refunded: 400_000n, chargedBack: 600_000n });
      expect(await books.account('pi_v7')).toEqual({ held: 600_000n, reserved: 0n });
    },
  },
  {
    name: 'of a payment that never arrived nothing can leave',
    walk: async (books) => {
      await books.refused('VB002', () => books.elsewhere(idOf('none'), 1n, 're_none:left'));
    },
  },
];
