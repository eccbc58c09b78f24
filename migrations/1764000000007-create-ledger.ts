// The escrow ledger: double-entry books that no process can overdraw, edit or empty (docs/ledger.md).
// Read the parts in the order of `up`; `append` in inside.ts is the only writer.
// Locks: creates a schema of its own and touches nothing else. Backing out: forward only, since books
// are not dropped; a mistake is mended by a later migration.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { accounts } from './ledger/accounts.ts';
import { comingIn } from './ledger/coming-in.ts';
import { forfeitsAndDisputes } from './ledger/forfeits-and-disputes.ts';
import { goingOut } from './ledger/going-out.ts';
import { inside } from './ledger/inside.ts';
import { reading } from './ledger/reading.ts';
import { rights } from './ledger/rights.ts';
import { transfers } from './ledger/transfers.ts';

const parts = [
  accounts,
  transfers,
  inside,
  comingIn,
  goingOut,
  forfeitsAndDisputes,
  reading,
  rights,
];

export class CreateLedger1764000000007 implements MigrationInterface {
  name = 'CreateLedger1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of parts) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('The books are never dropped: mend them with a later migration.');
  }
}
