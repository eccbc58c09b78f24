import { cleanText, exponentOf, money, ok, refused, type Money, type Result } from '#kernel';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { BankWord } from '../domain/bank-fact.ts';
import type { BankReportKind, ReadEntry } from './bank.entity.ts';

export const REPORT_BYTES_MAX = 5 * 1024 * 1024;
const ENTRIES_MAX = 5_000;
const NAME_CHARS_MAX = 35;

/** Why a file is not taken; nothing of it is kept. */
export type ReportFault =
  | 'empty'
  | 'too_large'
  | 'not_text'
  | 'has_doctype'
  | 'not_xml'
  | 'not_a_report'
  | 'no_entries'
  | 'too_many_entries'
  | 'bad_amount';

export interface ReadReport {
  readonly kind: BankReportKind;
  readonly entries: readonly ReadEntry[];
  /** The whole file of this name is refused, and no payment of it named; null otherwise. */
  readonly refusesFile: { readonly messageId: string; readonly reasonCode: string | null } | null;
}

/** What the parser makes of an element. */
type Node = string | Tree | undefined;
interface Tree {
  readonly [name: string]: Node | readonly Node[];
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

class BadAmount extends Error {}

/**
 * Reads what the bank answers. A document type is refused unread: nothing that it could define, here or
 * elsewhere, belongs into such a file. No number of an account and no name is taken out of it.
 */
export function readBankReport(bytes: Buffer): Result<ReadReport, ReportFault> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > REPORT_BYTES_MAX) return refused('too_large');
  const text = textOf(bytes);
  if (text === null) return refused('not_text');
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return refused('has_doctype');
  const root = rootOf(text);
  if (!root) return refused('not_xml');
  const kind = kindOf(text);
  if (!kind) return refused('not_a_report');
  try {
    const entries = kind === 'pain.002' ? statusesOf(root) : bookingsOf(root);
    if (entries.length > ENTRIES_MAX) return refused('too_many_entries');
    if (entries.length > 0) return ok({ kind, entries, refusesFile: null });
    const refusesFile = refusedFileOf(root);
    return refusesFile ? ok({ kind, entries, refusesFile }) : refused('no_entries');
  } catch (e) {
    if (e instanceof BadAmount) return refused('bad_amount');
    throw e;
  }
}

function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** By the namespace of the document's own element; the parser leaves namespaces out. */
function kindOf(text: string): BankReportKind | undefined {
  const start = /<(?:[\w.-]+:)?Document\b[^>]*>/.exec(text)?.[0] ?? '';
  const named = [...start.matchAll(/\sxmlns(?::[\w.-]+)?\s*=\s*["']([^"']*)["']/g)];
  return KINDS.find(([namespace]) => named.some(([, name]) => namespace.test(name!)))?.[1];
}

/** The element Document, whatever prefix it has. */
function rootOf(text: string): Tree | null {
  if (XMLValidator.validate(text) !== true) return null;
  const parser = new XMLParser({
    ...{ ignoreAttributes: false, attributeNamePrefix: '@', removeNSPrefix: true },
    ...{ parseTagValue: false, parseAttributeValue: false, processEntities: false },
    ...{ ignoreDeclaration: true, ignorePiTags: true },
  });
  try {
    const parsed = parser.parse(text) as Tree;
    return tree(parsed['Document']);
  } catch {
    return null; // deeper than it may be
  }
}

const isTree = (node: unknown): node is Tree =>
  typeof node === 'object' && node !== null && !Array.isArray(node);
const tree = (node: unknown): Tree | null => (isTree(node) ? node : null);
const list = (node: Tree | null, name: string): Tree[] => {
  const found = node?.[name];
  return (Array.isArray(found) ? found : [found]).filter(isTree);
};
const str = (node: unknown): string | null => {
  const text = isTree(node) ? node['#text'] : node;
  return typeof text === 'string' && text !== '' ? text : null;
};
/** Down a path of elements; of several of one name the first. */
function at(node: Tree | null, ...path: readonly string[]): unknown {
  let found: unknown = node;
  for (const name of path) {
    const next = tree(Array.isArray(found) ? (found as unknown[])[0] : found)?.[name];
    found = next;
  }
  return Array.isArray(found) ? (found as unknown[])[0] : found;
}

const nameAt = (node: Tree | null, ...path: readonly string[]): string | null => {
  const text = str(at(node, ...path));
  return text === null ? null : cleanText(text).slice(0, NAME_CHARS_MAX) || null;
};
const codeAt = (node: Tree | null, ...path: readonly string[]): string | null => {
  const text = str(at(node, ...path));
  return text !== null && /^[A-Z0-9]{1,4}$/.test(text) ? text : null;
};

/** As the bank writes it: 10000, 10000.00 and 10000.0 are one sum. */
function amountAt(node: Tree | null, ...path: readonly string[]): Money | null {
  const found = at(node, ...path);
  const text = str(found);
  if (text === null) return null;
  const currency = str(tree(found)?.['@Ccy']) ?? '';
  const read = /^(\d{1,15})(?:\.(\d{1,5}))?$/.exec(text.trim());
  if (!read || !/^[A-Z]{3}$/.test(currency)) throw new BadAmount();
  try {
    const decimals = exponentOf(currency);
    const fraction = (read[2] ?? '').replace(/0+$/, '');
    if (fraction.length > decimals) throw new BadAmount();
    return money(BigInt(`${read[1]}${fraction.padEnd(decimals, '0')}`), currency);
  } catch {
    throw new BadAmount();
  }
}

/** pain.002: a file that the bank could not take at all. */
function refusedFileOf(root: Tree): ReadReport['refusesFile'] {
  const group = tree(at(root, 'CstmrPmtStsRpt', 'OrgnlGrpInfAndSts'));
  const messageId = nameAt(group, 'OrgnlMsgId');
  if (codeAt(group, 'GrpSts') !== 'RJCT' || !messageId) return null;
  return { messageId, reasonCode: codeAt(group, 'StsRsnInf', 'Rsn', 'Cd') };
}

/** pain.002: what becomes of each payment. */
function statusesOf(root: Tree): ReadEntry[] {
  const report = tree(root['CstmrPmtStsRpt']);
  return list(report, 'OrgnlPmtInfAndSts').flatMap((part) =>
    list(part, 'TxInfAndSts').flatMap((one) => {
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
function bookingsOf(root: Tree): ReadEntry[] {
  const report = tree(root['BkToCstmrDbtCdtNtfctn']);
  return list(report, 'Ntfctn').flatMap((part) =>
    list(part, 'Ntry')
      .filter((entry) => (codeAt(entry, 'Sts', 'Cd') ?? codeAt(entry, 'Sts')) === 'BOOK')
      .flatMap((entry) => {
        const details = list(entry, 'NtryDtls').flatMap((d) => list(d, 'TxDtls'));
        return (details.length > 0 ? details : [null]).map((one) => bookingOf(entry, one));
      }),
  );
}

function bookingOf(entry: Tree, one: Tree | null): ReadEntry {
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
