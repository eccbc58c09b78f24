import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Three rows of the chart: a payout that comes back, and what the processor charges or gives back that
 * belongs to no payment. And what the books say of one object of the processor is found by its id,
 * without reading them all. Nothing that was booked changes.
 * Locks: access exclusive on ledger.transfer for an instant; while the index is built the books can be
 * read and not written, some seconds for a million rows.
 * Back out: forward only, since rows may be booked.
 */
export class BookWhatTheProcessorMoves1764100000701 implements MigrationInterface {
  name = 'BookWhatTheProcessorMoves1764100000701';

  async up(q: QueryRunner): Promise<void> {
    const list = CHART_WITH_COSTS.trim().split(/\n\s*/).join(',');
    // The chart stands in a domain, which is read once a connection.
    await q.query(`
      alter domain ledger.transfer_chart drop constraint transfer_chart;
      alter domain ledger.transfer_chart add constraint transfer_chart
        check (value = any ('{${list}}'::text[]))`);
    await q.query(STEPS);
    await q.query(INDEX);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

export const CHART_WITH_COSTS = `
  paid processor:clearing bond
  unmatched processor:clearing suspense
  matched suspense processor:clearing
  matched processor:clearing bond
  fee processor:fees processor:clearing
  refund bond processor:clearing
  refund bond bank:escrow
  refund suspense processor:clearing
  refund suspense bank:escrow
  returned_elsewhere bond processor:clearing
  returned_elsewhere suspense processor:clearing
  bounced processor:clearing bond
  bounced bank:escrow bond
  bounced processor:clearing suspense
  bounced bank:escrow suspense
  overpaid operator:losses processor:clearing
  overpaid operator:losses bank:escrow
  forfeit bond state:forfeited
  remitted state:forfeited state:remitted
  rescinded state:forfeited bond
  rescinded state:remitted bond
  withdrawn disputes:receivable processor:clearing
  reinstated processor:clearing disputes:receivable
  reinstated processor:clearing bond
  reinstated processor:clearing suspense
  charged_back bond disputes:receivable
  charged_back suspense disputes:receivable
  lost operator:losses disputes:receivable
  recovered bond operator:losses
  recovered suspense operator:losses
  payout bank:escrow processor:clearing
  payout_returned processor:clearing bank:escrow
  cost processor:fees processor:clearing
  cost_returned processor:clearing processor:fees
  funded bank:escrow operator:funding
  topped_up processor:clearing bank:escrow
  remittance state:remitted bank:escrow
  state_repaid bank:escrow state:remitted
`;

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

// What is only promised says nothing of the processor, and names a disbursement.
const INDEX = `
  create index transfer_of_object on ledger.transfer (split_part(cause, ':', 1))
    where phase <> 'reserve' and (debit = 'processor:clearing' or credit = 'processor:clearing')
`;
