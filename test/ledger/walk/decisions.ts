import { expect } from '@jest/globals';
import { full, idOf } from '../books.ts';
import type { Scenario } from './scenario.ts';

export const decisions: Scenario[] = [
  {
    name: 'a decision of people takes two, each in his own name',
    walk: async (books) => {
      const reserve = { decision: 'e1', disbursement: 'c1', login: 'officer' } as const;
      const boubacarAsAma = { by: 'boubacar', as: 'ama' };
      await books.receive('c1');
      await books.ask('e1', 'c1', full, 0n);
      await books.refused('VB003', () => books.reserve('c1', reserve));
      await books.refused('23514', () => books.approve('e1', { by: 'ama', as: 'ama' }));
      await books.refused('VB005', () => books.approve('e1', boubacarAsAma));
      await books.refused('VB005', () => books.ask('e1x', 'c1', 1n, 0n, boubacarAsAma));
      await books.refused('42501', () =>
        books.inTheNameOf('ama', 'update ledger.decision set refund = 5 where id = $1', [
          idOf('e1'),
        ]),
      );
      await books.refused('VB005', () =>
        books.rows(
          'officer',
          `insert into ledger.decision (id, owner_id, refund, currency, requested_by, decided_at)
           values ($1, $2, 1, 'USD', $3, now())`,
          [idOf('e1y'), idOf('c1'), idOf('ama')],
        ),
      );
      await books.approve('e1');
      await books.refused('VB005', () => books.approve('e1'));
      await books.refused('VB005', () => books.approve('e1', { by: 'chaka', as: 'chaka' }));
      await books.reserve('c1', reserve);
      await books.figures('c1', { paid: full, held: full, reserved: full });
    },
  },
  {
    name: 'a decision is for one owner, one way and one amount',
    walk: async (books) => {
      const ask = { decision: 'e2', amount: 1n } as const;
      await books.receive('c2');
      await books.receive('c2_other');
      await books.byTwo('e2', 'c2', full, 0n);
      await books.refused('VB003', () =>
        books.reserve('c2_other', { ...ask, disbursement: 'c2a' }),
      );
      await books.refused('VB003', () => books.forfeit('c2', 1n, 'e2'));
      await books.refused('VB003', () =>
        books.reserve('c2', { ...ask, code: 'fee', disbursement: 'c2b' }),
      );
      await books.refused('23514', () =>
        books.reserve('c2', { ...ask, to: 'operator:funding', disbursement: 'c2c' }),
      );
      await books.refused('VB002', () =>
        books.reserve('c2', { ...ask, currency: 'XOF', disbursement: 'c2d' }),
      );
      await books.refused('VB003', () =>
        books.reserve('c2', { ...ask, decision: 'none', disbursement: 'c2e' }),
      );
      await books.refused('23514', () =>
        books.reserve('c2', { ...ask, amount: 0n, disbursement: 'c2f' }),
      );
      await books.refused('23514', () =>
        books.reserve('c2', { ...ask, amount: -1n, disbursement: 'c2g' }),
      );
      await books.refused('VB002', () => books.reserve('nobody', { ...ask, disbursement: 'c2h' }));
      await books.refused('VB003', () =>
        books.reserve('c2', { ...ask, amount: full + 1n, disbursement: 'c2i' }),
      );
    },
  },
  {
    name: 'two decisions cannot return the same money',
    walk: async (books) => {
      await books.receive('c3');
      await books.byRule('e3', 'c3');
      await books.byRule('e3b', 'c3');
      await books.reserve('c3', { decision: 'e3', disbursement: 'c3' });
      await books.refused('23514', () =>
        books.reserve('c3', { decision: 'e3b', disbursement: 'c3b', to: 'bank:escrow' }),
      );
      await books.figures('c3', { paid: full, held: full, reserved: full });
    },
  },
  {
    name: 'a rule decides only through the worker, forfeits nothing, and its owner is known',
    walk: async (books) => {
      await books.receive('c4');
      await books.refused('42501', () => books.byRule('e4', 'c4', full, 'officer'));
      await books.refused('23503', () => books.byRule('e4', 'nobody'));
      await books.refused('23514', () => books.byRule('e4', 'c4', 0n));
      await books.refused('23514', () => books.byRule('e4', 'c4', -1n));
      await books.refused('23514', () =>
        books.rows(
          'worker',
          `insert into ledger.decision (id, owner_id, refund, forfeit, currency, rule, decided_at)
           values ($1, $2, 0, 1, 'USD', 'R23', now())`,
          [idOf('e4'), idOf('c4')],
        ),
      );
      await books.byRule('e4', 'c4');
      await books.refused('23514', () => books.approve('e4'));
      await books.refused('VB003', () =>
        books.reserve('c4', { decision: 'e4', disbursement: 'c4', login: 'officer' }),
      );
      expect(await books.account('c4')).toEqual({ held: full, reserved: 0n });
    },
  },
  {
    name: 'steps name rows that are there and of the right kind',
    walk: async (books) => {
      await books.receive('c5');
      await books.refused('VB002', () => books.settle('nobody', 1, 're_c5:succeeded'));
      await books.refused('VB002', () => books.settle('c5', 99, 're_c5:succeeded'));
      await books.refused('VB002', () => books.settle('c5', 1, 're_c5:succeeded'));
      await books.refused('VB002', () => books.void('c5', 1, 're_c5:failed'));
      await books.refused('VB002', () => books.takeBack('c5', 1, 're_c5:failed'));
      await books.refused('VB004', () => books.remit('c5', 1, 'remittance:1:c5'));
      await books.refused('VB002', () => books.won('c5', 1, 'du_c5:won'));
      await books.refused('VB002', () => books.lost('c5', 1, 'du_c5:lost'));
      await books.refused('23514', () => books.fee('pi_c5', 0n, 'txn_c5:fee'));
      await books.refused('23514', () => books.fee('pi_c5', 1n, 'no object'));
    },
  },
];
