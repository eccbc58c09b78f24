// Goes over all sealed days, one transaction each, and holds them against the files outside.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChainCheck, fileNameOf, fileOf, sealedTrail, type DaySeal, type Finding } from '#audit';
import { isoDay } from '#kernel';
import { sealedBooks } from '#ledger';
import { Database, sourceOptions, systemCtx } from '#platform';
import { DataSource } from 'typeorm';

interface FileFinding {
  readonly day: string;
  /** Without a file; with another seal in its file; with a file and without a seal. */
  readonly what: 'not_published' | 'not_as_published' | 'published_and_gone';
}

export interface ChainResult {
  readonly days: number;
  readonly rows: number;
  readonly newest: string | null;
  /** How many files were read; null when there was nothing to compare with. */
  readonly published: number | null;
  readonly findings: readonly (Finding | FileFinding)[];
}

const CTX = systemCtx('seals.check');
/** A chain that is wrong in more places is wrong altogether. */
const FINDINGS_MAX = 1_000;

/** With an address that may read everything: the auditor's, or the administrator's. */
export async function verifyChain(url: string, folder?: string): Promise<ChainResult> {
  const source = await new DataSource(sourceOptions(url, 1)).initialize();
  try {
    return await verify(new Database(source), folder);
  } finally {
    await source.destroy();
  }
}

async function verify(database: Database, folder?: string): Promise<ChainResult> {
  const check = new ChainCheck([...sealedBooks, ...sealedTrail]);
  const seals = await database.read(CTX, (tx) => check.all(tx));
  const files = folder === undefined ? null : filesIn(folder);
  const findings: (Finding | FileFinding)[] = files ? goneDays(seals, files) : [];
  let before: DaySeal | null = null;
  for (const seal of seals) {
    const last = before;
    if (files) findings.push(...fileFindings(seal, files));
    findings.push(...(await database.read(CTX, (tx) => check.day(tx, seal, last))));
    before = seal;
    if (findings.length >= FINDINGS_MAX) break;
  }
  return {
    days: seals.length,
    rows: seals.reduce((sum, { leaves }) => sum + leaves, 0),
    newest: before && isoDay(before.day),
    published: files && files.size,
    findings: findings.slice(0, FINDINGS_MAX),
  };
}

function filesIn(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function goneDays(seals: readonly DaySeal[], files: ReadonlyMap<string, string>): FileFinding[] {
  const sealed = new Set(seals.map(({ day }) => fileNameOf(day)));
  const gone = [...files.keys()].filter((name) => !sealed.has(name)).sort();
  return gone.map((name) => ({ day: name.replace('.json', ''), what: 'published_and_gone' }));
}

function fileFindings(seal: DaySeal, files: ReadonlyMap<string, string>): FileFinding[] {
  const published = files.get(fileNameOf(seal.day));
  const day = isoDay(seal.day);
  if (published === undefined) return [{ day, what: 'not_published' }];
  return published === fileOf(seal) ? [] : [{ day, what: 'not_as_published' }];
}
