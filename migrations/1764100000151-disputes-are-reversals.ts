import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CUSTODY_ORACLE, ESCROW_ORACLE } from './disputes/oracles.ts';

/**
 * A reversal says what took the money, a refund made elsewhere or a dispute, and where it went when
 * it came back after people had settled it. The policies that stop visa and refund are those of
 * every reversal.
 * Locks: access exclusive on reversal and suspense_entry, which have a row for each such event and
 * no more.
 * Back out: forward only, since these rows say where money went.
 */
export class DisputesAreReversals1764100000151 implements MigrationInterface {
  name = 'DisputesAreReversals1764100000151';

  async up(q: QueryRunner): Promise<void> {
    await q.query(REVERSAL);
    await q.query(ESCROW_ORACLE);
    await q.query(CUSTODY_ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const REVERSAL = `
  alter table reversal
    add column kind text not null default 'refund'
      constraint reversal_kind check (kind in ('refund', 'dispute')),
    add column came_back_to text
      constraint reversal_came_back_to check (came_back_to in ('bond', 'refund', 'suspense', 'operator')),
    drop constraint reversal_object_form,
    add constraint reversal_object_form check (
      processor_object ~ '^(re|du|dp)_[^[:space:]:]{1,100}$'
      and (kind = 'refund') = (processor_object ~ '^re_')),
    drop constraint reversal_money,
    add constraint reversal_money check (money in ('waiting', 'withdrawn', 'left', 'back')
      and (money <> 'withdrawn' or kind = 'dispute')),
    -- What is decided is decided on money that has left, by whom is known. It may be back at any
    -- time, and its state says so in the same transaction.
    drop constraint reversal_decided,
    add constraint reversal_decided check (
      (state not in ('proposed', 'approved', 'settled')
        or money in ('left', 'back') and outcome is not null and proposed_by is not null)
      and (state not in ('approved', 'settled') or approved_by is not null)
      and (state <> 'undone' or money = 'back')
      and (came_back_to is null or money = 'back'));
  alter table reversal alter column kind drop default;
  alter table suspense_entry drop constraint suspense_entry_why,
    add constraint suspense_entry_why check (why in (
      'unknown_payment', 'bond_over', 'bond_has_enough', 'not_in_full', 'other_currency',
      'more_than_asked', 'bears_a_loss', 'came_back'));
  grant update (came_back_to) on reversal to worker;
`;
