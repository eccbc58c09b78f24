import { CaseQueries, type CaseView } from '#application';
import { AuditQueries, type AuditEntry } from '#audit';
import { BondQueries } from '#bond-escrow';
import { Accounts } from '#identity';
import { money, Temporal, type Instant, type Money } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

/** Who did a step, for its words; a name only for staff. */
export type By =
  | { readonly kind: 'staff'; readonly id: string; readonly name: string }
  | { readonly kind: 'applicant' | 'payer' | 'rule' | 'border' };

export interface HistoryItem {
  readonly source: 'case' | 'bond' | 'note';
  /** Event of the source's lifecycle, or name of the note. */
  readonly event: string;
  readonly at: Instant;
  readonly by: By;
  readonly reasonCode: string | null;
  /** Of a lower amount that was proposed or decided. */
  readonly amount: Money | null;
}

const AUDIT_MAX = 200;

// What is in the trail and in no lifecycle: the other entries say what the histories say.
const NOTES: Readonly<Record<string, string>> = {
  'case.assigned': 'assigned',
  'case.released': 'released',
  'case.departed': 'departed',
  'case.stay_extended': 'stay_extended',
  'case.document_confirmed': 'document_confirmed',
  'case.document_renewed': 'document_renewed',
  'case.document_taken': 'document_taken',
  'bond_direction.proposed': 'proposed',
  'bond_direction.approved': 'approved',
  'bond_direction.declined': 'declined',
  'bond_direction.corrected': 'corrected',
};

interface Step {
  readonly event: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly reasonCode: string | null;
  readonly at: Instant;
  readonly source: HistoryItem['source'];
  readonly amount: Money | null;
}

/** The histories of case and bond and what the trail adds, as one. */
@Injectable()
export class CaseHistory {
  constructor(
    private readonly cases: CaseQueries,
    private readonly bonds: BondQueries,
    private readonly audit: AuditQueries,
    private readonly accounts: Accounts,
  ) {}

  /** Newest first. */
  async of(tx: Tx, row: CaseView, bondId: string | null): Promise<HistoryItem[]> {
    const bondSteps = bondId === null ? [] : await this.bonds.history(tx, bondId);
    const steps: Step[] = [
      ...(await this.cases.history(tx, row.id)).map((s) => stepOf('case', s)),
      ...bondSteps.map((s) => stepOf('bond', s)),
      ...(await this.audit.of(tx, 'visa_case', row.id, AUDIT_MAX)).flatMap(noteOf),
    ];
    const ids = [...new Set(steps.flatMap((s) => s.actorId ?? []))];
    const names = await this.accounts.staffNames(tx, ids);
    return steps
      .sort((a, b) => Temporal.Instant.compare(b.at, a.at))
      .map(({ actorKind, actorId, ...step }) => ({
        ...step,
        by: byOf({ actorKind, actorId }, names, row.applicantAccountId),
      }));
  }
}

const stepOf = (
  source: 'case' | 'bond',
  s: Omit<Step, 'source' | 'at' | 'amount'> & { readonly happenedAt: Instant },
): Step => ({
  source,
  event: s.event,
  actorKind: s.actorKind,
  actorId: s.actorId,
  reasonCode: s.reasonCode,
  at: s.happenedAt,
  amount: null,
});

function noteOf(entry: AuditEntry): Step[] {
  const event = NOTES[entry.action];
  if (!event) return [];
  const { amount_minor: minor, currency, reason, tier_reason: tier } = entry.details;
  return [
    {
      source: 'note',
      event,
      actorKind: entry.actorKind,
      actorId: entry.actorId,
      reasonCode: textOf(reason) ?? textOf(tier),
      at: entry.legalAt,
      amount: minor && currency ? money(BigInt(minor), String(currency)) : null,
    },
  ];
}

const textOf = (value: string | number | undefined): string | null =>
  typeof value === 'string' ? value : null;

/** Accounts that are not staff's are the applicant's, or a payer's. */
function byOf(
  { actorKind, actorId }: { actorKind: string; actorId: string | null },
  names: ReadonlyMap<string, string>,
  applicantId: string,
): By {
  const name = actorId && names.get(actorId);
  if (actorId && name) return { kind: 'staff', id: actorId, name };
  if (actorKind === 'client') return { kind: 'border' };
  if (actorKind !== 'account') return { kind: 'rule' };
  return { kind: actorId === applicantId ? 'applicant' : 'payer' };
}
