// What rows, books and pages say of a bond that is on its way back.
import { Database, systemCtx } from '#platform';
import { RefundQueries, type RefundTracker } from '#refund';
import { BondWorld, type Posted } from './bond-world.ts';

/** Cancelled, and promised to its payer in whole. */
export const PROMISED = { state: 'cancelled', held: '1000000', reserved: '1000000' };
/** Returned in whole. */
export const RETURNED = { state: 'closed', held: '0', reserved: '0' };

export abstract class RefundRows extends BondWorld {
  disbursementsOf(bondId: string) {
    return this.rows<{ id: string; attempt: number; state: string; failure_reason: string | null }>(
      `select d.id, d.attempt, d.state, d.failure_reason from disbursement d
       join refund r on r.id = d.refund_id where r.bond_id = $1 order by d.attempt`,
      bondId,
    );
  }

  async statesOf(bondId: string): Promise<string[]> {
    return (await this.disbursementsOf(bondId)).map((a) => a.state);
  }

  async openDisbursement(bondId: string): Promise<string> {
    return (await this.disbursementsOf(bondId)).at(-1)!.id;
  }

  bondOf(bondId: string) {
    return this.one<{ state: string; held: string; reserved: string }>(
      `select b.state, a.held, a.reserved from bond b join ledger.account a on a.owner_id = b.id
       where b.id = $1`,
      bondId,
    );
  }

  /** Case, bond and books beside each other. */
  standingOf({ caseId, bondId }: Posted) {
    return this.one<{ case: string; bond: string; held: string; reserved: string }>(
      `select c.state as case, b.state as bond, a.held, a.reserved
       from visa_case c join bond b on b.case_id = c.id join ledger.account a on a.owner_id = b.id
       where c.id = $1 and b.id = $2`,
      caseId,
      bondId,
    );
  }

  async bookedOf(bondId: string): Promise<string[]> {
    const steps = await this.rows<{ step: string }>(
      `select phase || ' ' || code as step from ledger.transfer where owner_id = $1 order by seq`,
      bondId,
    );
    return steps.map((t) => t.step);
  }

  /** Mails that name this case, of templates that match; those of refunds when left out. */
  async mailsOf(reference: string, templates = '^refund'): Promise<string[]> {
    const mails = await this.rows<{ template: string }>(
      `select template from mail where params->>'reference' = $1 and template ~ $2
       order by created_at`,
      reference,
      templates,
    );
    return mails.map((m) => m.template);
  }

  async returnedOn(bondId: string): Promise<string | null> {
    const { on } = await this.one<{ on: string | null }>(
      'select returned_on::text as on from refund where bond_id = $1',
      bondId,
    );
    return on;
  }

  /** Border records of the case's passport, and why each is where it is. */
  recordsOf({ caseId }: Posted) {
    return this.rows<{ kind: string; state: string; reason: string | null }>(
      `select m.kind, m.state, (select reason_code from movement_history h where h.owner_id = m.id
         order by seq desc limit 1) as reason
       from movement m join visa_case c on c.travel_document_id = m.document_id
       where c.id = $1 order by m.happened_at`,
      caseId,
    );
  }

  /** As many copies of a record that was set aside, each a minute older than the last. */
  async setAsideBefore(recordId: string, copies: number): Promise<void> {
    await this.rows(
      `with made as (
         insert into movement select copy.* from movement m, generate_series(1, $2::int) n,
           jsonb_populate_record(null::movement, to_jsonb(m) || jsonb_build_object(
             'id', gen_random_uuid(), 'record_id', m.record_id || n, 'state', 'set_aside',
             'happened_at', m.happened_at - n * interval '1 minute',
             'state_since', m.state_since - n * interval '1 minute')) copy
         where m.record_id = $1 returning id)
       insert into movement_history select copy.* from made, movement m
         join movement_history h on h.owner_id = m.id and h.event = 'set_aside',
         jsonb_populate_record(null::movement_history,
           to_jsonb(h) || jsonb_build_object('owner_id', made.id)) copy
       where m.record_id = $1`,
      recordId,
      copies,
    );
  }

  /** As its applicant sees it. */
  trackerOf({
    applicant,
    caseId,
  }: Pick<Posted, 'applicant' | 'caseId'>): Promise<RefundTracker | null> {
    const { portal } = this.apps;
    return portal
      .get(Database)
      .read(applicant.ctx, (tx) => portal.get(RefundQueries).tracker(tx, caseId));
  }

  /** As the treasury's list has it; undefined where it is not on the list. */
  async refundLine(bondId: string, filter: 'all' | 'problems') {
    const { rows } = await this.worker(Database).read(systemCtx('test'), (tx) =>
      this.worker(RefundQueries).list(tx, filter),
    );
    const { id } = await this.one<{ id: string }>(
      'select id from refund where bond_id = $1',
      bondId,
    );
    return rows.find((r) => r.refundId === id);
  }
}
