import { instantFromDate, toDate, type Instant } from '#kernel';
import type { Tx } from '#platform';
import type { ProcessorMovement } from '#processor';
import { Injectable } from '@nestjs/common';

/** Movements reach the processor's list a little late at times, so its last hours are read again. */
const OVERLAP_HOURS = 2;

/** One reading of the processor's list, newest first, a page at a time. */
export interface Listing {
  readonly since: Instant;
  /** The last movement that was read. */
  readonly after: string | null;
}

interface ListingRow {
  readonly since: Date;
  readonly after_id: string | null;
}

/** What the processor says moved our money there, and how far we have read. */
@Injectable()
export class ProcessorMovements {
  /** The listing to go on with, begun if the last one began that long ago; null when none is due. */
  async listing(tx: Tx, everyMinutes: number): Promise<Listing | null> {
    await tx.query(
      `insert into movement_listing (began_at, since)
       select clock_timestamp(), coalesce(
         (select coalesce(newest_at - make_interval(hours => ${OVERLAP_HOURS}), since)
          from movement_listing order by began_at desc limit 1), 'epoch')
       where not exists (select from movement_listing where ended_at is null)
         and (select max(began_at) > clock_timestamp() - make_interval(mins => $1)
           from movement_listing) is not true
       on conflict do nothing`,
      [everyMinutes],
    );
    const [row] = await tx.query<ListingRow>(
      'select since, after_id from movement_listing where ended_at is null',
    );
    if (!row) return null;
    return { since: instantFromDate(row.since), after: row.after_id };
  }

  /** Keeps one page and how far the listing has come with it. Returns how many were new. */
  async take(
    tx: Tx,
    { after }: Listing,
    { movements, hasMore }: { movements: readonly ProcessorMovement[]; hasMore: boolean },
  ): Promise<{ added: number; after: string | null }> {
    const added = await this.add(tx, movements);
    const read = movements.at(-1)?.id ?? after;
    await tx.query(
      `update movement_listing set after_id = $2, newest_at = greatest(newest_at, $3),
         ended_at = case when $4 then null else clock_timestamp() end
       where ended_at is null and after_id is not distinct from $1`,
      [after, read, newestOf(movements), hasMore],
    );
    return { added, after: read };
  }

  /** The place where it was is not known there any more: it reads from the newest again. */
  async startOver(tx: Tx, { after }: Listing): Promise<void> {
    await tx.query(
      'update movement_listing set after_id = null where ended_at is null and after_id = $1',
      [after],
    );
  }

  private async add(tx: Tx, movements: readonly ProcessorMovement[]): Promise<number> {
    if (movements.length === 0) return 0;
    const [row] = await tx.query<{ added: string }>(
      `with added as (
         insert into processor_movement (id, category, source_id, object_id, amount_minor, fee_minor,
           currency, is_automatic, created_at, available_on)
         select * from jsonb_to_recordset($1::jsonb) as m (id text, category text, source_id text,
           object_id text, amount_minor bigint, fee_minor bigint, currency char(3),
           is_automatic boolean, created_at timestamptz, available_on timestamptz)
         on conflict (id) do nothing returning currency, amount_minor - fee_minor as net
       ), summed as (
         insert into movement_total (currency, net_minor, movements)
         select currency, sum(net), count(*) from added group by currency
         on conflict (currency) do update set
           net_minor = movement_total.net_minor + excluded.net_minor,
           movements = movement_total.movements + excluded.movements
         returning currency
       )
       select count(*) as added from added`,
      [JSON.stringify(movements.map(rowOf))],
    );
    return Number(row!.added);
  }
}

const newestOf = (movements: readonly ProcessorMovement[]): Date | null =>
  movements[0] ? toDate(movements[0].createdAt) : null;

const rowOf = (m: ProcessorMovement) => ({
  id: m.id,
  category: m.category,
  source_id: m.sourceId,
  object_id: m.objectId,
  amount_minor: m.amount.minor.toString(),
  fee_minor: m.fee.minor.toString(),
  currency: m.amount.currency,
  is_automatic: m.isAutomatic,
  created_at: m.createdAt.toString(),
  available_on: m.availableOn.toString(),
});
