// The rows that a bond becoming held writes, as TypeORM's tutorial would have them: an entity a
// table, relations, ids by the database. Schemas instead of decorators, since the benches are run
// as they are; TypeORM makes the same of both.
import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

const id = { type: 'uuid', primary: true, generated: 'uuid' } as const;
const uuid = { type: 'uuid' } as const;
const text = { type: 'text' } as const;
const maybe = { type: 'text', nullable: true } as const;
const at = { type: 'timestamptz' } as const;
const made = { type: 'timestamptz', createDate: true } as const;
const minor = { type: 'bigint' } as const;
const version = { type: 'integer', version: true } as const;

/** A row of any of them: its columns, and whom it belongs to. */
export interface Row {
  readonly id: string;
  readonly owner: Row;
  [column: string]: unknown;
}

type Columns = Record<string, EntitySchemaColumnOptions>;
const table = (name: string, columns: Columns, belongsTo?: string): EntitySchema<Row> =>
  new EntitySchema<Row>({
    name,
    columns: { id, ...columns },
    ...(belongsTo && {
      relations: { owner: { type: 'many-to-one', target: belongsTo, nullable: false } },
    }),
  });
const moving = { state: text, stateSince: at, version };
const step = { event: text, fromState: text, toState: text, actorKind: text, happenedAt: at };

export const VisaCase = table('visa_case', { ...moving, reference: text });
export const Bond = table(
  'bond',
  { ...moving, amountMinor: minor, currency: text, heldAt: { ...at, nullable: true } },
  'visa_case',
);
export const Payment = table(
  'payment',
  {
    ...{ ...moving, amountMinor: minor, sessionId: { ...text, unique: true } },
    ...{ processorPaymentId: { ...maybe, unique: true }, chargeId: maybe, method: maybe },
    receivedPaymentId: { type: 'uuid', nullable: true },
  },
  'bond',
);
export const VisaCaseHistory = table('visa_case_history', step, 'visa_case');
export const BondHistory = table('bond_history', step, 'bond');
export const PaymentHistory = table('payment_history', step, 'payment');
export const Account = table('account', { held: minor, currency: text }, 'bond');
export const Transfer = table('transfer', { amount: minor, cause: text, at: made }, 'account');
export const ReceivedPayment = table(
  'received_payment',
  { amount: minor, currency: text, cause: { ...text, unique: true }, at: made },
  'bond',
);
export const AuditEntry = table('audit_entry', {
  ...{ actorKind: text, requestId: text, action: text, subjectKind: text, subjectId: uuid },
  ...{ outcome: text, details: { type: 'jsonb' }, at: made },
});
export const Mail = table('mail', { template: text, params: { type: 'jsonb' }, at: made });
export const Job = table('job', { name: text, data: { type: 'jsonb' }, state: text, at: made });
export const ProcessorEvent = table('processor_event', {
  ...{ type: text, objectId: text, state: text, processedAt: { ...at, nullable: true } },
});
