import { addDays, dayFromIso, ok, refused, type Money, type PlainDate, type Result } from '#kernel';
import {
  amountAt,
  BadIsoAmount,
  codeAt,
  nameAt,
  readIsoDocument,
  textAt,
  treeAt,
  treesAt,
  type IsoFault,
  type IsoTree,
} from '#platform';
import { idOfBankName } from '#refund';
import {
  compactAccount,
  isEarlier,
  processorObjectIn,
  type ReadStatement,
  type StatementEntry,
} from '../domain/bank-statement.ts';

/** camt.053 in the versions that banks send; what we read is the same in all of them. */
const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.(0[2-9]|1[0-3])$/;
/** A month of days, and one for the month's own. */
const STATEMENTS_MAX = 32;

export type CamtFault =
  | IsoFault
  | 'not_a_statement'
  | 'no_statement'
  | 'too_many_statements'
  | 'no_account'
  | 'no_balances'
  | 'bad_day'
  | 'bad_amount';

class Unreadable extends Error {
  constructor(readonly fault: CamtFault) {
    super(fault);
  }
}

/** The statements of a camt.053, in the order of the file. */
export function readCamtStatements(
  bytes: Buffer,
  bytesMax: number,
): Result<ReadStatement[], CamtFault> {
  const document = readIsoDocument(bytes, bytesMax);
  if (!document.ok) return document;
  const { root, namespaces } = document.value;
  if (!namespaces.some((name) => NAMESPACE.test(name))) return refused('not_a_statement');
  const found = treesAt(treeAt(root, 'BkToCstmrStmt'), 'Stmt');
  if (found.length === 0) return refused('no_statement');
  if (found.length > STATEMENTS_MAX) return refused('too_many_statements');
  try {
    return ok(found.map(statementOf));
  } catch (e) {
    if (e instanceof Unreadable) return refused(e.fault);
    if (e instanceof BadIsoAmount) return refused('bad_amount');
    throw e;
  }
}

function statementOf(tree: IsoTree): ReadStatement {
  const id = treeAt(tree, 'Acct', 'Id');
  const account = textAt(id, 'IBAN') ?? textAt(id, 'Othr', 'Id');
  if (account === null) throw new Unreadable('no_account');
  const opening = balanceOf(tree, 'OPBD') ?? balanceOf(tree, 'PRCD');
  const closing = balanceOf(tree, 'CLBD');
  if (!opening || !closing) throw new Unreadable('no_balances');
  const entries = treesAt(tree, 'Ntry').filter(isBooked).flatMap(entriesOf);
  return {
    ...{ account: compactAccount(account), currency: closing.amount.currency },
    ...{ from: firstDayOf(tree, entries), to: closing.day, entries },
    ...{ opening: opening.amount, closing: closing.amount },
  };
}

interface SaidBalance {
  readonly amount: Money;
  readonly day: PlainDate;
}

function balanceOf(tree: IsoTree, type: string): SaidBalance | null {
  const found = treesAt(tree, 'Bal').find((b) => codeAt(b, 'Tp', 'CdOrPrtry', 'Cd') === type);
  return found ? { amount: signedOf(found), day: dayAt(found, 'Dt') } : null;
}

/**
 * The period, or else the day of the opening balance, which is the day after a former closing. Banks
 * differ in which day they write there, so that no entry may be before it.
 */
function firstDayOf(tree: IsoTree, entries: readonly StatementEntry[]): PlainDate {
  const period = textAt(tree, 'FrToDt', 'FrDtTm');
  const opening = balanceOf(tree, 'OPBD');
  const said = period !== null ? dayOf(period) : opening ? opening.day : dayAfter(tree);
  return entries.reduce(
    (first, { bookedOn }) => (isEarlier(bookedOn, first) ? bookedOn : first),
    said,
  );
}

const dayAfter = (tree: IsoTree): PlainDate => addDays(balanceOf(tree, 'PRCD')!.day, 1);

const isBooked = (entry: IsoTree): boolean =>
  (codeAt(entry, 'Sts', 'Cd') ?? codeAt(entry, 'Sts')) === 'BOOK';

/** An amount with the side that stands beside it. */
function signedOf(tree: IsoTree): Money {
  const amount = amountAt(tree, 'Amt');
  const side = codeAt(tree, 'CdtDbtInd');
  if (!amount || (side !== 'CRDT' && side !== 'DBIT')) throw new BadIsoAmount();
  return side === 'CRDT' ? amount : { ...amount, minor: -amount.minor };
}

function dayAt(tree: IsoTree, name: string): PlainDate {
  const text = textAt(tree, name, 'Dt') ?? textAt(tree, name, 'DtTm') ?? textAt(tree, name);
  return dayOf(text ?? '');
}

function dayOf(text: string): PlainDate {
  try {
    return dayFromIso(/^\d{4}-\d\d-\d\d/.exec(text.trim())![0]);
  } catch {
    throw new Unreadable('bad_day');
  }
}

/**
 * One entry; or each of its payments by itself, where the bank says them and they come to the same. A
 * payment of several that names no amount of its own stays in the sum.
 */
function entriesOf(entry: IsoTree): StatementEntry[] {
  const amount = signedOf(entry);
  const bookedOn = dayAt(entry, 'BookgDt');
  const details = treesAt(entry, 'NtryDtls').flatMap((d) => treesAt(d, 'TxDtls'));
  const parts = details.map((one) => partOf(one, amount));
  const isSplit =
    details.length > 1 &&
    parts.every((part) => part !== null) &&
    parts.reduce((sum, part) => sum + part.minor, 0n) === amount.minor;
  if (!isSplit) {
    return [{ amount, bookedOn, ...namesIn(entry, details.length === 1 ? details[0]! : null) }];
  }
  return details.map((one, i) => ({ amount: parts[i]!, bookedOn, ...namesIn(entry, one) }));
}

/** In the entry's currency and with its side; null where it says none. */
function partOf(one: IsoTree, whole: Money): Money | null {
  const amount = amountAt(one, 'Amt') ?? amountAt(one, 'AmtDtls', 'TxAmt', 'Amt');
  if (amount?.currency !== whole.currency) return null;
  const side = codeAt(one, 'CdtDbtInd') ?? (whole.minor < 0n ? 'DBIT' : 'CRDT');
  return side === 'CRDT' ? amount : { ...amount, minor: -amount.minor };
}

type Names = Omit<StatementEntry, 'amount' | 'bookedOn'>;

function namesIn(entry: IsoTree, one: IsoTree | null): Names {
  const texts = [
    textAt(entry, 'AddtlNtryInf'),
    ...treesOrText(one, 'RmtInf', 'Ustrd'),
    textAt(one, 'AddtlTxInf'),
    textAt(one, 'Refs', 'EndToEndId'),
  ].filter((text) => text !== null);
  const disbursementId =
    idOfBankName(nameAt(one, 'Refs', 'EndToEndId')) ?? idOfBankName(nameAt(one, 'Refs', 'InstrId'));
  const batch = treesAt(entry, 'NtryDtls').map((d) => treeAt(d, 'Btch'));
  const files = [
    ...batch.flatMap((b) => [nameAt(b, 'PmtInfId'), nameAt(b, 'MsgId')]),
    ...[nameAt(one, 'Refs', 'PmtInfId'), nameAt(one, 'Refs', 'MsgId')],
  ];
  return {
    ...{ disbursementId, paymentFileId: files.map(idOfBankName).find((id) => id !== null) ?? null },
    processorObject: processorObjectIn(texts),
    bankReference: nameAt(one, 'Refs', 'AcctSvcrRef') ?? nameAt(entry, 'AcctSvcrRef'),
  };
}

/** An element that may stand there more than once, as text. */
function treesOrText(tree: IsoTree | null, parent: string, name: string): (string | null)[] {
  const found = treeAt(tree, parent)?.[name];
  const list = Array.isArray(found) ? (found as unknown[]) : [found];
  return list.filter((text): text is string => typeof text === 'string');
}
