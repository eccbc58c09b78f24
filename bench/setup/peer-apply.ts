// The peer of the bench `peer`: a Nest application with TypeORM as its tutorial sets it up, on
// tables of its own in the same database.
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type EntitySchema } from 'typeorm';
import { countedLoop, type Side } from '../measure.ts';
import { plan } from '../plan.ts';
import { ApplyPayment } from '../reference/peer-apply/apply-payment.ts';
import * as tables from '../reference/peer-apply/entities.ts';
import type { BenchDatabase } from './database.ts';
import { CLIENTS } from './reference.ts';

const FIRST_ROUND = 400;

const MAKE = `
  with made as (
    select n, gen_random_uuid() as visa_case, gen_random_uuid() as bond, gen_random_uuid() as payment
    from generate_series(1, $1::int) n
  ), cases as (
    insert into peer.visa_case (id, state, "stateSince", version, reference)
    select visa_case, 'bond_required', now(), 1, 'VB-' || left(visa_case::text, 8) from made
  ), bonds as (
    insert into peer.bond (id, state, "stateSince", version, "amountMinor", currency, "ownerId")
    select bond, 'payment_started', now(), 1, 1000000, 'USD', visa_case from made
  ), payments as (
    insert into peer.payment (id, state, "stateSince", version, "amountMinor", "sessionId", "ownerId")
    select payment, 'awaiting_payer', now(), 1, 1000000, 'cs_' || payment, bond from made
  )
  insert into peer.processor_event (id, type, "objectId", state)
  select gen_random_uuid(), 'checkout.session.completed', 'cs_' || payment, 'received' from made
  returning id`;

export interface PeerSide extends Side {
  /** Every payment that was made has been applied. */
  mustAllBeApplied(): Promise<void>;
  close(): Promise<void>;
}

export async function openPeer(db: BenchDatabase): Promise<PeerSide> {
  await db.admin.query('create schema peer');
  const entities = Object.values<EntitySchema>(tables);
  const app = await Test.createTestingModule({
    imports: [
      TypeOrmModule.forRoot({
        ...{ type: 'postgres', url: db.adminUrl, schema: 'peer', poolSize: CLIENTS },
        ...{ entities, synchronize: true, installExtensions: false, uuidExtension: 'pgcrypto' },
      }),
    ],
  }).compile();
  await app.init();
  const payments = new ApplyPayment(app.get(DataSource));
  let made = 0;
  let perSecond = 0;
  return {
    async round() {
      const count = Math.ceil(perSecond * plan.seconds) || FIRST_ROUND;
      const { rows } = await db.admin.query<{ id: string }>(MAKE, [count]);
      await db.admin.query('analyze');
      made += count;
      const done = await countedLoop(CLIENTS, count, (n) => payments.apply(rows[n]!.id));
      perSecond = done.units / done.seconds;
      return done;
    },
    async mustAllBeApplied() {
      const { rows } = await db.admin.query<{ n: string }>(
        `select count(*) as n from peer.bond b join peer.account a on a."ownerId" = b.id
         where b.state = 'held'`,
      );
      if (Number(rows[0]!.n) !== made) throw new Error(`${rows[0]!.n} of ${made} were applied`);
    },
    close: () => app.close(),
  };
}
