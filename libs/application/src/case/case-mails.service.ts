import { dayIn, type Instant, type Money, type PlainDate } from '#kernel';
import { Notifications, type MailFacts, type MailOrder, type MailTemplate } from '#notification';
import type { Tx } from '#platform';
import { portOn, Programmes, type ConsulateView } from '#programme';
import { Injectable } from '@nestjs/common';

/** Facts in our own types; what is left out is not said. */
export interface CaseMailFacts {
  readonly amount?: Money;
  readonly postBy?: Instant;
  readonly validUntil?: PlainDate;
  readonly stayDays?: number;
  readonly leaveBy?: PlainDate;
  readonly lastDay?: PlainDate;
  /** By which the mail's paper can be checked. */
  readonly paperCode?: string;
  /** Say through which ports to travel. */
  readonly withPorts?: true;
}

/** Mails whose one required parameter is the reference. */
type CaseTemplate = Exclude<
  MailTemplate,
  | 'sign_up_code'
  | 'already_registered'
  | 'password_reset_code'
  | 'no_account'
  | 'password_changed'
  | 'email_change_code'
  | 'email_changed'
  | 'sign_in_stopped'
>;

export interface CaseMailOrder {
  readonly contactPointId: string;
  readonly template: CaseTemplate;
  readonly reference: string;
  /** The case's consulate or its id, where at hand; it is looked up otherwise. */
  readonly consulate?: ConsulateView;
  readonly consulateId?: string;
  readonly facts?: CaseMailFacts;
  /** Of the link to a bond, for whoever is asked to pay it. */
  readonly secret?: string;
}

/** Mails about a case: each says how its consulate is reached, and the dates that matter. */
@Injectable()
export class CaseMails {
  constructor(
    private readonly notifications: Notifications,
    private readonly programmes: Programmes,
  ) {}

  send(tx: Tx, order: CaseMailOrder): Promise<void> {
    return this.sendAll(tx, [order]);
  }

  /** Many at once. */
  async sendAll(tx: Tx, orders: readonly CaseMailOrder[]): Promise<void> {
    const ids = await this.consulateIds(tx, orders.filter(isWithoutConsulate));
    const mails = await Promise.all(orders.map((order) => this.mailOf(tx, order, ids)));
    await this.notifications.sendAll(tx, mails);
  }

  private async mailOf(
    tx: Tx,
    order: CaseMailOrder,
    consulateIds: ReadonlyMap<string, string>,
  ): Promise<MailOrder<CaseTemplate>> {
    const { contactPointId, template, reference, facts = {}, secret } = order;
    const id = order.consulateId ?? consulateIds.get(reference);
    const consulate = order.consulate ?? (id ? await this.programmes.consulate(tx, id) : null);
    const ports = facts.withPorts && consulate ? await this.portsOf(tx, consulate) : undefined;
    return {
      contactPointId,
      template,
      params: {
        reference,
        ...(secret !== undefined && { secret }),
        ...wordsOf(facts, consulate?.timeZone ?? 'UTC'),
        ...(ports && { ports }),
        ...(consulate && contactOf(consulate)),
      },
    };
  }

  /** By the reference of their cases. */
  private async consulateIds(
    tx: Tx,
    orders: readonly CaseMailOrder[],
  ): Promise<ReadonlyMap<string, string>> {
    if (orders.length === 0) return new Map();
    const rows = await tx.query<{ reference: string; id: string }>(
      'select reference, consulate_id as id from visa_case where reference = any($1)',
      [orders.map((order) => order.reference)],
    );
    return new Map(rows.map((row) => [row.reference, row.id]));
  }

  private async portsOf(tx: Tx, consulate: ConsulateView): Promise<string | undefined> {
    const ports = await this.programmes.ports(tx, consulate.programmeCode);
    const today = dayIn(tx.now, consulate.timeZone);
    const listed = ports.filter((p) => portOn(ports, p.code, today) === p);
    return listed.map((p) => `${p.name} (${p.code})`).join(', ') || undefined;
  }
}

const isWithoutConsulate = (order: CaseMailOrder) => !order.consulate && !order.consulateId;

const wordsOf = (f: CaseMailFacts, zone: string): MailFacts => ({
  ...(f.amount && { amount: `${f.amount.minor} ${f.amount.currency}` }),
  ...(f.postBy && { postBy: `${f.postBy} ${zone}` }),
  ...(f.validUntil && { validUntil: `${f.validUntil}` }),
  ...(f.stayDays && { stayDays: `${f.stayDays}` }),
  ...(f.paperCode && { paperCode: f.paperCode }),
  ...(f.leaveBy && { leaveBy: `${f.leaveBy}` }),
  ...(f.lastDay && { lastDay: `${f.lastDay}` }),
});

function contactOf({ city, contact }: ConsulateView): MailFacts {
  if (!contact) return {};
  const { address, hours, telephone, email, isInvented } = contact;
  return {
    ...{ city, telephone, email },
    address: address.join(', '),
    hours: `${hours.from}-${hours.to} ${hours.opens}-${hours.closes}`,
    ...(isInvented && { invented: 'yes' }),
  };
}
