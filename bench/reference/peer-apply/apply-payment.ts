// What a team would write by the tutorials of Nest and TypeORM: one transaction, found with its
// relations and a lock, changed, and saved. Everything that is ours besides is left out: no
// row-level security, no history numbers, no triggers, no checks of a decision.
import type { DataSource, EntityManager, EntitySchema } from 'typeorm';
import * as tables from './entities.ts';
import type { Row } from './entities.ts';

export class ApplyPayment {
  private readonly source: DataSource;

  constructor(source: DataSource) {
    this.source = source;
  }

  apply(eventId: string): Promise<void> {
    return this.source.transaction(async (manager) => {
      const event = await one(manager, tables.ProcessorEvent, { id: eventId });
      const payment = await one(manager, tables.Payment, { sessionId: event['objectId'] });
      const bond = payment.owner;
      const visaCase = bond.owner;
      const intent = `pi_${payment.id}`;
      const amount = payment['amountMinor'];
      const received = await this.book(manager, bond, amount, intent);
      Object.assign(payment, { processorPaymentId: intent, chargeId: `ch_${intent}` });
      Object.assign(payment, { method: 'card', receivedPaymentId: received.id });
      await move(manager, tables.Payment, tables.PaymentHistory, payment, 'paid', 'paid');
      bond['heldAt'] = new Date();
      await move(manager, tables.Bond, tables.BondHistory, bond, 'money_arrived', 'held');
      const posted = 'bond_posted';
      await move(manager, tables.VisaCase, tables.VisaCaseHistory, visaCase, posted, posted);
      const mail = await manager.save(tables.Mail, {
        template: 'payment_received',
        params: { reference: visaCase['reference'], amount: `${String(amount)} USD` },
      });
      await manager.save(tables.Job, {
        ...{ name: 'mail.send', state: 'created' },
        data: { mailId: mail.id },
      });
      Object.assign(event, { state: 'applied', processedAt: new Date() });
      await manager.save(tables.ProcessorEvent, event);
    });
  }

  private async book(manager: EntityManager, bond: Row, amount: unknown, intent: string) {
    const cause = `${intent}:paid`;
    const money = { owner: bond, currency: 'USD' };
    const account = await manager.save(tables.Account, { ...money, held: amount });
    await manager.save(tables.Transfer, { owner: account, amount, cause });
    return manager.save(tables.ReceivedPayment, { ...money, amount, cause });
  }
}

function one(manager: EntityManager, entity: EntitySchema<Row>, where: object): Promise<Row> {
  const isPayment = entity === tables.Payment;
  return manager.findOneOrFail(entity, {
    where,
    lock: { mode: 'pessimistic_write' },
    ...(isPayment && { relations: { owner: { owner: true } } }),
  });
}

async function move(
  manager: EntityManager,
  entity: EntitySchema<Row>,
  history: EntitySchema<Row>,
  row: Row,
  event: string,
  toState: string,
): Promise<void> {
  const happenedAt = new Date();
  const fromState = row['state'];
  Object.assign(row, { state: toState, stateSince: happenedAt });
  await manager.save(entity, row);
  const step = { event, fromState, toState, actorKind: 'system', happenedAt };
  await manager.save(history, { owner: row, ...step });
  await manager.save(tables.AuditEntry, {
    ...{ actorKind: 'system', requestId: 'event-inbox', action: `${entity.options.name}.${event}` },
    ...{ subjectKind: entity.options.name, subjectId: row.id, outcome: 'done' },
    details: { from: fromState, to: toState },
  });
}
