import { AuditLog } from '#audit';
import { ok, refused, type Result } from '#kernel';
import { Jobs, newId, personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  handReasons,
  mayConfirmImport,
  mayDeclineImport,
  type ConfirmImportRefusal,
  type DeclineImportRefusal,
  type HandReason,
} from '../domain/decide-import.ts';
import {
  checkRow,
  importFields,
  isRowFault,
  rowFaults,
  type RowFault,
  type TypedRow,
} from '../domain/import-row.ts';
import { formOf, type FileForm, type FileRefusal } from './file-form.ts';
import { ImportContents } from './import-contents.service.ts';
import { ImportReader } from './import-reader.service.ts';
import type { MovementImport } from './movement-import.entity.ts';
import { MovementImportStore } from './movement-import.store.ts';

/** A file that was found fit to prove something; what it was called is not kept. */
export interface ProofFile {
  readonly bytes: Buffer;
  readonly type: string;
  readonly pages: number | null;
  readonly scan: string;
}

/** A record as an officer types it. */
export type HandRecord = Omit<TypedRow, 'record_id'>;
/** Detail of a fault: the field. */
export type EnterRefusal = RowFault | 'unknown_hand_reason';

type Sent = Pick<MovementImport, 'id' | 'source' | 'programmeCode' | 'reason'> &
  Pick<MovementImport, 'proofType' | 'proofBytes' | 'proofPages' | 'proofScan'>;
const NO_PROOF = { proofType: null, proofBytes: null, proofPages: null, proofScan: null };
const BY_HAND: Pick<FileForm, 'form' | 'encoding' | 'delimiter'> = {
  ...{ form: 'csv', encoding: 'utf-8', delimiter: ',' },
};

/**
 * Records that officers bring in (R15): one sends them, the worker reads them through, another person
 * lets them count, the worker makes them records.
 */
@Injectable()
export class MovementImports {
  constructor(
    private readonly store: MovementImportStore,
    private readonly contents: ImportContents,
    private readonly reader: ImportReader,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  /** How a file is written, or why it cannot be read at all. Needs no database. */
  look(bytes: Buffer): Result<FileForm, FileRefusal> {
    return formOf(bytes);
  }

  /** Keeps a file that was looked at. The same file twice: detail says where the first one is. */
  async sendFile(
    tx: Tx,
    programmeCode: string,
    bytes: Buffer,
    form: FileForm,
  ): Promise<Result<{ id: string }, 'sent_before'>> {
    const sent = { id: newId(), source: 'file', programmeCode, reason: null, ...NO_PROOF } as const;
    return this.keep(tx, sent, bytes, form);
  }

  /** Keeps one record with what proves it; it is checked now, so that each field can be mended. */
  async enter(
    tx: Tx,
    programmeCode: string,
    { record, reason, proof }: { record: HandRecord; reason: string; proof: ProofFile },
  ): Promise<Result<{ id: string }, EnterRefusal | 'sent_before'>> {
    const fault = await this.faultOf(tx, programmeCode, record);
    if (fault) return refused(fault, { field: rowFaults[fault] });
    if (!isHandReason(reason)) return refused('unknown_hand_reason');
    const id = newId();
    const { type: proofType, pages: proofPages, scan: proofScan } = proof;
    const of = { proofType, proofPages, proofScan, proofBytes: proof.bytes.length };
    const sent = { id, source: 'hand', programmeCode, reason, ...of } as const;
    const kept = await this.keep(tx, sent, asFile({ ...record, record_id: `HAND-${id}` }), BY_HAND);
    if (kept.ok) await this.contents.keep(tx, id, 'proof', proof.bytes);
    return kept;
  }

  /** What is wrong with a record that is being typed; null when nothing is. */
  async faultOf(tx: Tx, programmeCode: string, record: HandRecord): Promise<RowFault | null> {
    const rules = await this.reader.rulesOf(tx, { programmeCode, sentAt: tx.now });
    const checked = checkRow({ ...record, record_id: 'HAND' }, rules);
    return isRowFault(checked) ? checked : null;
  }

  /** A second person lets its records count; the worker brings them in. */
  async confirm(
    tx: Tx,
    id: string,
  ): Promise<Result<true, ConfirmImportRefusal | 'unknown_import'>> {
    const row = await this.store.lock(tx, id);
    if (!row) return refused('unknown_import');
    const may = mayConfirmImport(row, personOf(tx));
    if (!may.ok) return may;
    await this.store.move(tx, row, 'confirmed', { decidedBy: personOf(tx) });
    await this.note(tx, row, 'confirmed', { accepted: `${row.accepted}` });
    await this.putJob(tx, id);
    return ok(true);
  }

  /** Nothing of it counts, ever. Who sent it needs no reason. */
  async decline(
    tx: Tx,
    id: string,
    reason: string | undefined,
  ): Promise<Result<true, DeclineImportRefusal | 'unknown_import'>> {
    const row = await this.store.lock(tx, id);
    if (!row) return refused('unknown_import');
    const may = mayDeclineImport(row, personOf(tx), reason);
    if (!may.ok) return may;
    const why = { decidedBy: personOf(tx), reasonCode: may.value };
    await this.store.move(tx, row, 'declined', why);
    await this.note(tx, row, 'declined', { reason: may.value });
    return ok(true);
  }

  putJob(tx: Tx, importId: string): Promise<void> {
    return this.jobs.enqueue(tx, 'movements.import', { importId }, { singletonKey: importId });
  }

  private async keep(
    tx: Tx,
    sent: Sent,
    bytes: Buffer,
    { form, encoding, delimiter }: Pick<FileForm, 'form' | 'encoding' | 'delimiter'>,
  ): Promise<Result<{ id: string }, 'sent_before'>> {
    const { id, programmeCode } = sent;
    const digest = this.contents.digestOf(bytes);
    const added = await this.store.add(tx, {
      ...{ ...sent, form, encoding, delimiter, bytes: bytes.length, digest },
      ...{ sentBy: personOf(tx), sentAt: tx.now, state: 'checking', stateSince: tx.now },
    });
    if (!added) {
      const before = await this.store.byDigest(tx, programmeCode, digest);
      return refused('sent_before', { id: before ?? '' });
    }
    await this.contents.keep(tx, id, 'file', bytes);
    await this.note(tx, sent, 'sent', { bytes: `${bytes.length}` });
    await this.putJob(tx, id);
    return ok({ id });
  }

  private note(
    tx: Tx,
    { id, source }: Pick<MovementImport, 'id' | 'source'>,
    what: string,
    details: Record<string, string>,
  ): Promise<void> {
    return this.audit.write(tx, {
      action: `movement_import.${what}`,
      subjectKind: 'movement_import',
      subjectId: id,
      details: { source, ...details },
    });
  }
}

const isHandReason = (text: string): text is HandReason =>
  (handReasons as readonly string[]).includes(text);

// What was checked has neither commas nor quotation marks.
const asFile = (row: TypedRow): Buffer =>
  Buffer.from(`${importFields.join(',')}\n${importFields.map((f) => row[f]).join(',')}\n`);
