import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CHART_WITH_COSTS } from './1764100000701-book-what-the-processor-moves.ts';

/**
 * One row of the chart: the bank charges, or the operator takes money of its own out of its account.
 * Nothing that was booked changes.
 * Locks: access exclusive on ledger.transfer for an instant.
 * Back out: forward only, since rows may be booked.
 */
export class BookWhatTheBankMoves1764100000770 implements MigrationInterface {
  name = 'BookWhatTheBankMoves1764100000770';

  async up(q: QueryRunner): Promise<void> {
    const list = CHART_WITH_DRAWN.trim().split(/\n\s*/).join(',');
    // The chart stands in a domain, which is read once a connection.
    await q.query(`
      alter domain ledger.transfer_chart drop constraint transfer_chart;
      alter domain ledger.transfer_chart add constraint transfer_chart
        check (value = any ('{${list}}'::text[]))`);
    await q.query(STEPS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const CHART_WITH_DRAWN = `${CHART_WITH_COSTS}
  drawn operator:funding bank:escrow`;

// Its rights stay as they were granted.
const STEPS = `
  create or replace function ledger.treasury(
    p_owner uuid, p_code text, p_amount bigint, p_currency char(3), p_cause text,
      p_happened_at timestamptz)
    returns void language plpgsql security definer set search_path = ledger, pg_temp as $$
  declare
    v_asked bytea := ledger.hash_of('treasury', p_owner::text, p_code, p_amount::text, p_currency);
    v_debit text;
    v_credit text;
  begin
    select c.debit, c.credit into v_debit, v_credit from (values
        ('payout', 'bank:escrow', 'processor:clearing'),
        ('payout_returned', 'processor:clearing', 'bank:escrow'),
        ('cost', 'processor:fees', 'processor:clearing'),
        ('cost_returned', 'processor:clearing', 'processor:fees'),
        ('funded', 'bank:escrow', 'operator:funding'),
        ('drawn', 'operator:funding', 'bank:escrow'),
        ('topped_up', 'processor:clearing', 'bank:escrow'),
        ('remittance', 'state:remitted', 'bank:escrow'),
        ('state_repaid', 'bank:escrow', 'state:remitted')) c (code, debit, credit)
      where c.code = p_code;
    if not found then
      raise exception '% is not a treasury step', p_code using errcode = 'VB002';
    end if;
    perform ledger.open(p_owner, 'treasury', p_currency);
    if ledger.seen(p_owner, p_cause, v_asked) then return; end if;
    perform ledger.append(p_owner, 'post', p_code, v_debit, v_credit, p_amount,
      p_cause, 1, v_asked, p_happened_at);
  end $$;
`;
