import { ok, refused, type Result, type Zone } from '#kernel';
import { Jobs, newId, type Tx } from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import type { BorderClient } from '../clients/border-client.entity.ts';
import { isIdempotencyKey } from '../clients/idempotency-key.ts';
import type { SignedCall } from '../clients/signed-call.ts';
import { takeMark } from '../domain/feed-mark.ts';
import type { ItemFault } from '../items/read-item.ts';
import { marksOf, readMark, statedOf, type FeedBodyRefusal } from './feed-body.ts';
import type { FeedMark, FeedReport } from './feed-mark.entity.ts';
import { FeedMarkStore, type LastMark } from './feed-mark.store.ts';
import type { FeedReceipt, FeedReceiptItem } from './feed-receipt.ts';

export type FeedRefusal = FeedBodyRefusal | 'bad_idempotency_key' | 'key_reused_with_other_body';

type NewMark = Omit<FeedMark, 'proof'>;

/** What one call is read with: the ports of its client, and what was stated of them last. */
interface Reading {
  readonly client: BorderClient;
  readonly zones: ReadonlyMap<string, Zone>;
  /** Goes on with each mark that is taken. */
  readonly last: Map<string, LastMark>;
}

type Answer = Omit<FeedReceiptItem, 'index'>;

/** Stores what border systems state of their own completeness. */
@Injectable()
export class FeedIntake {
  constructor(
    private readonly store: FeedMarkStore,
    private readonly programmes: Programmes,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Stores one call: `body` is JSON `{"marks": [FeedMarkItem, …]}`, at most 100 items and 50,000
   * bytes. Items stand alone, and each sees those before it. The same key with the same body is
   * answered as before. The worker proves the marks; only then do they count.
   */
  async receive(
    tx: Tx,
    { client, token }: SignedCall,
    idempotencyKey: string,
    body: Buffer,
  ): Promise<Result<FeedReceipt, FeedRefusal>> {
    if (!isIdempotencyKey(idempotencyKey)) return refused('bad_idempotency_key');
    const raw = marksOf(body);
    if (!raw.ok) return raw;
    await this.store.oneAtATime(tx, client.id);
    const before = await this.store.reportByKey(tx, client.id, idempotencyKey);
    if (before) return asBefore(before, body);
    const report = { id: newId(), clientId: client.id, receivedAt: tx.now };
    const reading = await this.reading(tx, client);
    const marks: NewMark[] = [];
    const receipt = raw.value.map((one, index) => ({
      index,
      ...take(one, reading, tx, (mark) => marks.push({ ...mark, ...of(report) })),
    }));
    await this.store.add(tx, { ...report, idempotencyKey, token, body, receipt }, marks);
    if (marks.length) await this.jobs.enqueue(tx, 'feeds.prove', { reportId: report.id });
    return ok({ reportId: report.id, replayed: false, items: receipt });
  }

  private async reading(tx: Tx, client: BorderClient): Promise<Reading> {
    const [ports, last] = await Promise.all([
      this.programmes.ports(tx, client.programmeCode),
      this.store.last(tx, client.id, client.ports),
    ]);
    return { client, zones: new Map(ports.map((p) => [p.code, p.timeZone])), last };
  }
}

const of = (report: Pick<FeedReport, 'id' | 'clientId' | 'receivedAt'>) => ({
  clientId: report.clientId,
  reportId: report.id,
  receivedAt: report.receivedAt,
});

type MarkOfPort = Pick<NewMark, 'portCode' | 'seq' | 'completeThrough' | 'kind'>;

function take(raw: unknown, reading: Reading, tx: Tx, add: (mark: MarkOfPort) => void): Answer {
  const read = readMark(raw);
  if ('errors' in read) return { port: null, ...invalid(...read.errors) };
  const { port } = read.item;
  const { client, zones, last } = reading;
  const zone = client.ports.includes(port) ? zones.get(port) : undefined;
  if (!zone) return { port, ...invalid(NOT_YOURS(client.ports)) };
  const stated = statedOf(read.item);
  const before = last.get(port);
  const taken = takeMark(stated, before?.through ?? null, tx.now, zone);
  if (taken === 'duplicate') return { port, result: 'duplicate' };
  if (taken === 'lower_than_before') return { port, result: 'rejected', code: taken };
  if ('field' in taken) return { port, ...invalid(taken) };
  const mark = { seq: (before?.seq ?? 0) + 1, through: stated.through };
  last.set(port, mark);
  add({ portCode: port, seq: mark.seq, completeThrough: mark.through, kind: taken.kind });
  return { port, result: 'accepted' };
}

const NOT_YOURS = (ports: readonly string[]): ItemFault => ({
  field: 'port',
  message: `must be one of the ports you report for: ${ports.join(', ')}`,
});

const invalid = (...errors: ItemFault[]): Omit<Answer, 'port'> => ({
  ...{ result: 'rejected', code: 'invalid', errors },
});

function asBefore(
  before: FeedReport,
  body: Buffer,
): Result<FeedReceipt, 'key_reused_with_other_body'> {
  if (!before.body.equals(body)) return refused('key_reused_with_other_body');
  return ok({ reportId: before.id, replayed: true, items: before.receipt });
}
