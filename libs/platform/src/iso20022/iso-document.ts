import { cleanText, exponentOf, money, ok, refused, type Money, type Result } from '#kernel';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** Why a file is no message of a bank; nothing of it is kept. */
export type IsoFault = 'empty' | 'too_large' | 'not_text' | 'has_doctype' | 'not_xml';

/** What the parser makes of an element. */
type IsoNode = string | IsoTree | undefined;
export interface IsoTree {
  readonly [name: string]: IsoNode | readonly IsoNode[];
}

export interface IsoDocument {
  /** The element Document, whatever prefix it has. */
  readonly root: IsoTree;
  /** Of that element: which message it is. */
  readonly namespaces: readonly string[];
}

/** An amount that is none, or has more decimals than its currency. */
export class BadIsoAmount extends Error {}

/** What ISO 20022 gives a name or a reference. */
const NAME_CHARS_MAX = 35;

/**
 * A message of ISO 20022 that somebody sends. A document type is refused unread: nothing that it could
 * define, here or elsewhere, belongs into such a file.
 */
export function readIsoDocument(bytes: Buffer, bytesMax: number): Result<IsoDocument, IsoFault> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > bytesMax) return refused('too_large');
  const text = textOf(bytes);
  if (text === null) return refused('not_text');
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return refused('has_doctype');
  const root = rootOf(text);
  return root ? ok({ root, namespaces: namespacesOf(text) }) : refused('not_xml');
}

function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The parser leaves namespaces out. */
function namespacesOf(text: string): string[] {
  const start = /<(?:[\w.-]+:)?Document\b[^>]*>/.exec(text)?.[0] ?? '';
  const named = start.matchAll(/\sxmlns(?::[\w.-]+)?\s*=\s*["']([^"']*)["']/g);
  return [...named].map(([, name]) => name!);
}

function rootOf(text: string): IsoTree | null {
  if (XMLValidator.validate(text) !== true) return null;
  const parser = new XMLParser({
    ...{ ignoreAttributes: false, attributeNamePrefix: '@', removeNSPrefix: true },
    ...{ parseTagValue: false, parseAttributeValue: false, processEntities: false },
    ...{ ignoreDeclaration: true, ignorePiTags: true },
  });
  try {
    return treeOf((parser.parse(text) as IsoTree)['Document']);
  } catch {
    return null; // deeper than it may be
  }
}

const isTree = (node: unknown): node is IsoTree =>
  typeof node === 'object' && node !== null && !Array.isArray(node);
const treeOf = (node: unknown): IsoTree | null => (isTree(node) ? node : null);
const firstOf = (node: unknown): unknown => (Array.isArray(node) ? (node as unknown[])[0] : node);

/** Down a path of elements; of several of one name the first. */
const at = (node: IsoTree | null, path: readonly string[]): unknown =>
  path.reduce<unknown>((found, name) => firstOf(treeOf(found)?.[name]), node);

export const treeAt = (node: IsoTree | null, ...path: readonly string[]): IsoTree | null =>
  treeOf(at(node, path));

/** All elements of this name that have something in them. */
export const treesAt = (node: IsoTree | null, name: string): IsoTree[] => {
  const found = node?.[name];
  return (Array.isArray(found) ? found : [found]).filter(isTree);
};

/** As it stands there; null for nothing. */
export function textAt(node: IsoTree | null, ...path: readonly string[]): string | null {
  const found = at(node, path);
  const text = isTree(found) ? found['#text'] : found;
  return typeof text === 'string' && text !== '' ? text : null;
}

/** Cleaned, and cut to what a name may be. */
export function nameAt(node: IsoTree | null, ...path: readonly string[]): string | null {
  const text = textAt(node, ...path);
  return text === null ? null : cleanText(text).slice(0, NAME_CHARS_MAX) || null;
}

export function codeAt(node: IsoTree | null, ...path: readonly string[]): string | null {
  const text = textAt(node, ...path);
  return text !== null && /^[A-Z0-9]{1,4}$/.test(text) ? text : null;
}

/** As the bank writes it: 10000, 10000.00 and 10000.0 are one sum. Throws BadIsoAmount. */
export function amountAt(node: IsoTree | null, ...path: readonly string[]): Money | null {
  const text = textAt(node, ...path);
  if (text === null) return null;
  const currency = textAt(treeAt(node, ...path), '@Ccy') ?? '';
  const read = /^(\d{1,15})(?:\.(\d{1,5}))?$/.exec(text.trim());
  if (!read || !/^[A-Z]{3}$/.test(currency)) throw new BadIsoAmount();
  try {
    const decimals = exponentOf(currency);
    const fraction = (read[2] ?? '').replace(/0+$/, '');
    if (fraction.length > decimals) throw new BadIsoAmount();
    return money(BigInt(`${read[1]}${fraction.padEnd(decimals, '0')}`), currency);
  } catch {
    throw new BadIsoAmount();
  }
}
