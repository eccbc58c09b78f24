import { AuditLog } from '#audit';
import { dayIn, ok, refused, type PlainDate, type Result } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { ListedPort } from './domain/ports.ts';
import type { ConsulateView, ProgrammeInForce } from './domain/programme.ts';
import {
  eventTo,
  isSwitchReason,
  programmeLifecycle,
  type ProgrammeState,
} from './domain/programme.lifecycle.ts';
import { asRules } from './domain/rules.ts';
import type { Programme, ProgrammeVersion } from './programme.entity.ts';
import { ProgrammeStore } from './programme.store.ts';

export type SwitchRefusal = 'unknown_programme' | 'unknown_reason' | 'wrong_state';

/** What programmes say: their rules on a day, their places, and the switch. */
@Injectable()
export class Programmes {
  /** Places that each running transaction has read; nothing that runs changes them. */
  private readonly asked = new WeakMap<Tx, Map<string, Promise<unknown>>>();

  constructor(
    private readonly store: ProgrammeStore,
    private readonly audit: AuditLog,
  ) {}

  /** Every programme with the version in force today (UTC), by code; announced ones are left out. */
  async all(tx: Tx): Promise<ProgrammeInForce[]> {
    const today = dayIn(tx.now, 'UTC');
    const programmes = await this.store.all(tx);
    const views = await Promise.all(programmes.map((row) => this.onDay(tx, row, today)));
    return views.filter((view) => view !== null);
  }

  /** In force or announced. */
  async isKnown(tx: Tx, code: string): Promise<boolean> {
    return (await this.store.find(tx, code)) !== null;
  }

  /** The programme under the rules of a day; null when there were none yet or no such programme. */
  async inForce(tx: Tx, code: string, day: PlainDate): Promise<ProgrammeInForce | null> {
    const programme = await this.store.find(tx, code);
    return programme && this.onDay(tx, programme, day);
  }

  /** The programme under the version that a case carries. Throws when there is none. */
  async version(tx: Tx, code: string, version: number): Promise<ProgrammeInForce> {
    const [programme, rules] = await Promise.all([
      this.store.find(tx, code),
      this.store.version(tx, code, version),
    ]);
    if (!programme || !rules) throw new Error(`no version ${version} of programme ${code}`);
    return viewOf(programme, rules);
  }

  consulates(tx: Tx, code: string): Promise<ConsulateView[]> {
    return this.store.consulates(tx, code);
  }

  /** One consulate by id, of whatever programme. */
  async consulate(tx: Tx, id: string): Promise<ConsulateView | null> {
    return (await this.allConsulates(tx)).find((consulate) => consulate.id === id) ?? null;
  }

  /** The consulates of all programmes; read once in a transaction, however often asked for. */
  allConsulates(tx: Tx): Promise<ConsulateView[]> {
    return this.once(tx, 'consulates', () => this.store.allConsulates(tx));
  }

  /** Every listing of the programme's ports, past ones too (R14); read once as well. */
  ports(tx: Tx, code: string): Promise<ListedPort[]> {
    return this.once(tx, `ports of ${code}`, () => this.store.ports(tx, code));
  }

  /** Opens, suspends or withdraws intake. Bonds already held are not touched by it. */
  async switchTo(
    tx: Tx,
    code: string,
    state: ProgrammeState,
    reason: string,
  ): Promise<Result<ProgrammeState, SwitchRefusal>> {
    if (!isSwitchReason(reason)) return refused('unknown_reason');
    const row = await this.store.lock(tx, code);
    if (!row) return refused('unknown_programme');
    const event = eventTo[state];
    const next = programmeLifecycle.next(row.state, event);
    if (!next.ok) return next;
    await this.store.switch(tx, row, event, reason);
    await this.audit.write(tx, {
      action: `programme.${event}`,
      subjectKind: 'programme',
      subjectId: row.id,
      details: { code, from: row.state, reason },
    });
    return ok(next.value);
  }

  private once<T>(tx: Tx, what: string, ask: () => Promise<T>): Promise<T> {
    const asked = this.asked.get(tx) ?? new Map<string, Promise<unknown>>();
    this.asked.set(tx, asked);
    const answer = (asked.get(what) as Promise<T> | undefined) ?? ask();
    asked.set(what, answer);
    return answer;
  }

  private async onDay(tx: Tx, row: Programme, day: PlainDate): Promise<ProgrammeInForce | null> {
    const version = await this.store.versionOn(tx, row.code, day);
    return version && viewOf(row, version);
  }
}

const viewOf = (p: Programme, v: ProgrammeVersion): ProgrammeInForce => ({
  code: p.code,
  issuingState: p.issuingState,
  bondedNationality: p.bondedNationality,
  currency: p.currency,
  state: p.state,
  stateReason: p.stateReason,
  stateSince: p.stateSince,
  version: v.version,
  effectiveFrom: v.effectiveFrom,
  legalReference: v.legalReference,
  rules: asRules(v.rules),
});
