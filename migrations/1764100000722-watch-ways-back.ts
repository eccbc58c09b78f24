import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Until when a card is valid stays with its payment, month and year alone: a refund to a card that has
 * expired may fail, and the treasury is told before. The indexes find what closes soon among all there
 * ever was; only payments that arrived are in them.
 * Locks: payment and received_payment are not written while their index is built; a second for a million.
 * Back out: drop the indexes, the policy and the column.
 */
export class WatchWaysBack1764100000722 implements MigrationInterface {
  name = 'WatchWaysBack1764100000722';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table payment add column card_expires_on date
        constraint payment_card_expiry check (card_expires_on is null or way = 'card' and card_expires_on =
          (date_trunc('month', card_expires_on::timestamp) + interval '1 month')::date - 1);
      create index payment_card_expiring on payment (card_expires_on)
        where card_expires_on is not null;
      create index payment_refundable on payment (refundable_until)
        where refundable_until is not null;
      create index received_payment_happened on ledger.received_payment using brin (happened_at);
      create policy portal_knows_no_card on payment as restrictive for insert to portal
        with check (card_expires_on is null);
      grant update (card_expires_on) on payment to worker`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
