import type { CaseView } from '#application';
import { type CheckedFile, Uploads } from '#documents';
import { ok, refused, type PlainDate, type Result } from '#kernel';
import { newId, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  mayBeOn,
  type ExtensionReason,
  type StayDayRefusal,
  type StayFactKind,
} from '../domain/decide-stay.ts';
import { stayFactUploads, type StayFact } from './stay-fact.entity.ts';
import { StayFactQueries, type StayFactView } from './stay-fact.queries.ts';
import { StayFactStore, UNANSWERED, type Side } from './stay-fact.store.ts';
import { StayStandings, type StayReportRefusal } from './stay-standings.service.ts';
import { StayTrail } from './stay-trail.service.ts';

export interface ReportedFact {
  readonly kind: StayFactKind;
  readonly day: PlainDate;
  /** Of an extension. */
  readonly reason: ExtensionReason | null;
}

const OWN_EXTENSION = { kind: 'extension', isOfficers: false } as const;

type Of = Pick<StayFact, 'kind' | 'recordedBy'>;
const sideOf = ({ kind, recordedBy }: Of): Side => ({ kind, isOfficers: recordedBy !== null });

/** Something is reported of a stay, with files that show it: by its traveller, or by an officer. */
@Injectable()
export class StayReports {
  constructor(
    private readonly store: StayFactStore,
    private readonly queries: StayFactQueries,
    private readonly standings: StayStandings,
    private readonly uploads: Uploads,
    private readonly trail: StayTrail,
  ) {}

  /** The newest request for a longer stay, and whether another may be made. */
  async extension(
    tx: Tx,
    theCase: CaseView,
  ): Promise<{ newest: StayFactView | null; mayAsk: Result<unknown, StayReportRefusal> }> {
    const all = await this.queries.ofCase(tx, theCase.id);
    const newest = all.find((fact) => fact.kind === 'extension') ?? null;
    return { newest, mayAsk: await this.standings.mayReport(tx, theCase, OWN_EXTENSION) };
  }

  /** Kept as a draft until it is sent. `recordedBy` is the officer who has it from elsewhere. */
  async begin(
    tx: Tx,
    theCase: CaseView,
    { kind, day, reason }: ReportedFact,
    recordedBy: string | null,
  ): Promise<Result<StayFact, StayReportRefusal | StayDayRefusal>> {
    const side = sideOf({ kind, recordedBy });
    const may = await this.standings.mayReport(tx, theCase, side);
    if (!may.ok) return may;
    const can = mayBeOn(kind, day, may.value, may.value.today);
    if (!can.ok) return can;
    const reasonCode = kind === 'extension' ? reason : null;
    // A draft that another officer has left goes on in the name of who goes on with it.
    const reported = { reportedDay: day, reasonCode, recordedBy };
    const open = await this.store.lockOpen(tx, theCase.id, side);
    if (open) {
      await this.store.report(tx, open, reported);
      return ok(open);
    }
    const row: StayFact = {
      ...{ id: newId(), caseId: theCase.id, bondId: may.value.bondId, kind },
      ...{ reference: theCase.reference, consulateId: theCase.consulateId, ...reported },
      ...{ applicantAccountId: theCase.applicantAccountId, contactPointId: theCase.contactPointId },
      ...{ state: 'draft', stateSince: tx.now, version: 1, sentAt: null, ...UNANSWERED },
    };
    await this.store.add(tx, row);
    await this.trail.note(tx, row, 'begun');
    return ok(row);
  }

  /** Adds a file that was found fit to be kept. */
  async addFile(
    tx: Tx,
    theCase: CaseView,
    of: Of,
    file: CheckedFile,
  ): Promise<Result<true, 'no_draft' | 'too_many'>> {
    const draft = await this.draft(tx, theCase, of);
    if (!draft) return refused('no_draft');
    const use = { set: stayFactUploads, ownerId: draft.id, recordedBy: of.recordedBy };
    const kept = await this.uploads.keep(tx, theCase, use, file);
    if (!kept.ok) return kept;
    await this.trail.note(tx, draft, 'file_added', { upload: kept.value.id, scan: file.scan });
    return ok(true);
  }

  /** From now on it is officers' to decide, and what was reported does not change any more. */
  async send(
    tx: Tx,
    theCase: CaseView,
    of: Of,
  ): Promise<Result<StayFact, StayReportRefusal | 'no_draft' | 'no_file'>> {
    const may = await this.standings.mayReport(tx, theCase, sideOf(of));
    if (!may.ok) return may;
    const draft = await this.draft(tx, theCase, of);
    if (!draft) return refused('no_draft');
    const files = await stayFactUploads.ids(tx, draft.id);
    if (files.length === 0) return refused('no_file');
    await this.store.move(tx, draft, 'sent', { sentAt: tx.now });
    await this.trail.sent(tx, draft, files.length);
    return ok(draft);
  }

  private async draft(tx: Tx, { id }: CaseView, of: Of): Promise<StayFact | null> {
    const open = await this.store.lockOpen(tx, id, sideOf(of));
    return open?.state === 'draft' && open.recordedBy === of.recordedBy ? open : null;
  }
}
