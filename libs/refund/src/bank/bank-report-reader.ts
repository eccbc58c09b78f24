import { ok, refused, type Result } from '#kernel';
import {
  amountAt,
  BadIsoAmount,
  codeAt,
  nameAt,
  readIsoDocument,
  treeAt,
  treesAt,
  type IsoFault,
  type IsoTree,
} from '#platform';
import type { BankWord } from '../domain/bank-fact.ts';
import type { BankReportKind, ReadEntry } from './bank.entity.ts';

export const REPORT_BYTES_MAX = 5 * 1024 * 1024;
const ENTRIES_MAX = 5_000;

/** Why a file is not taken; nothing of it is kept. */
export type ReportFault =
  IsoFault | 'not_a_report' | 'no_entries' | 'too_many_entries' | 'bad_amount';

export interface ReadReport {
  readonly kind: BankReportKind;
  readonly entries: readonly ReadEntry[];
  /** The whole file of this name is refused, and no payment of it named; null otherwise. */
  readonly refusesFile: { readonly messageId: string; readonly reasonCode: string | null } | null;
}

const KINDS: readonly [namespace: RegExp, kind: BankReportKind][] = [
  [/^urn:iso:std:iso:20022:tech:xsd:pain\.002\.001\.\d\d$/, 'pain.002'],
  [/^urn:iso:std:iso:20022:tech:xsd:camt\.054\.001\.\d\d$/, 'camt.054'],
];

/** Group statuses and those of one payment; what is on its way has not been decided. */
const STATUS: Readonly<Record<string, BankWord>> = {
  RJCT: 'rejected',
  ACCP: 'accepted',
  ACTC: 'accepted',
  ACSP: 'accepted',
  ACWC: 'accepted',
  ACCC: 'accepted',
  ACSC: 'accepted',
};

/** Reads what the bank answers. No number of an account and no name is taken out of it. */
export function readBankReport(bytes: Buffer): Result<ReadReport, ReportFault> {
  const document = readIsoDocument(bytes, REPORT_BYTES_MAX);
  if (!document.ok) return document;
  const { root, namespaces } = document.value;
  const kind = KINDS.find(([namespace]) => namespaces.some((name) => namespace.test(name)))?.[1];
  if (!kind) return refused('not_a_report');
  try {
    const entries = kind === 'pain.002' ? statusesOf(root) : bookingsOf(root);
    if (entries.length > ENTRIES_MAX) return refused('too_many_entries');
    if (entries.length > 0) return ok({ kind, entries, refusesFile: null });
    const refusesFile = refusedFileOf(root);
    return refusesFile ? ok({ kind, entries, refusesFile }) : refused('no_entries');
  } catch (e) {
    if (e instanceof BadIsoAmount) return refused('bad_amount');
    throw e;
  }
}

/** pain.002: a file that the bank could not take at all. */
function refusedFileOf(root: IsoTree): ReadReport['refusesFile'] {
  const group = treeAt(root, 'CstmrPmtStsRpt', 'OrgnlGrpInfAndSts');
  const messageId = nameAt(group, 'OrgnlMsgId');
  if (codeAt(group, 'GrpSts') !== 'RJCT' || !messageId) return null;
  return { messageId, reasonCode: codeAt(group, 'StsRsnInf', 'Rsn', 'Cd') };
}

/** pain.002: what becomes of each payment. */
function statusesOf(root: IsoTree): ReadEntry[] {
  const report = treeAt(root, 'CstmrPmtStsRpt');
  return treesAt(report, 'OrgnlPmtInfAndSts').flatMap((part) =>
    treesAt(part, 'TxInfAndSts').flatMap((one) => {
      const says = STATUS[codeAt(one, 'TxSts') ?? codeAt(part, 'PmtInfSts') ?? ''];
      if (!says) return [];
      return [
        {
          says,
          endToEndId: nameAt(one, 'OrgnlEndToEndId'),
          amount: amountAt(one, 'OrgnlTxRef', 'Amt', 'InstdAmt'),
          bankReference: nameAt(one, 'AcctSvcrRef'),
          reasonCode: codeAt(one, 'StsRsnInf', 'Rsn', 'Cd'),
        },
      ];
    }),
  );
}

/** camt.054: what was booked. A debit left the account; a credit that names our payment came back. */
function bookingsOf(root: IsoTree): ReadEntry[] {
  const report = treeAt(root, 'BkToCstmrDbtCdtNtfctn');
  return treesAt(report, 'Ntfctn').flatMap((part) =>
    treesAt(part, 'Ntry')
      .filter((entry) => (codeAt(entry, 'Sts', 'Cd') ?? codeAt(entry, 'Sts')) === 'BOOK')
      .flatMap((entry) => {
        const details = treesAt(entry, 'NtryDtls').flatMap((d) => treesAt(d, 'TxDtls'));
        return (details.length > 0 ? details : [null]).map((one) => bookingOf(entry, one));
      }),
  );
}

function bookingOf(entry: IsoTree, one: IsoTree | null): ReadEntry {
  const side = codeAt(one, 'CdtDbtInd') ?? codeAt(entry, 'CdtDbtInd');
  return {
    says: side === 'CRDT' ? 'returned' : 'booked',
    endToEndId: nameAt(one, 'Refs', 'EndToEndId'),
    amount:
      amountAt(one, 'Amt') ?? amountAt(one, 'AmtDtls', 'TxAmt', 'Amt') ?? amountAt(entry, 'Amt'),
    bankReference: nameAt(one, 'Refs', 'AcctSvcrRef') ?? nameAt(entry, 'AcctSvcrRef'),
    reasonCode: codeAt(one, 'RtrInf', 'Rsn', 'Cd'),
  };
}
