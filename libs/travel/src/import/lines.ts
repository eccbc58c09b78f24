/** The text of a file, as it was found to be written. */
export type FileEncoding = 'utf-8' | 'latin-1';

/** No row of ours is a tenth as long. */
export const LINE_BYTES_MAX = 2_000;
/** So many lines are read, checked and written at a time. */
const CHUNK_LINES = 4_000;
const NEWLINE = 0x0a;

export interface FileLine {
  /** From 1, as an editor counts them. */
  readonly number: number;
  /** Without what ends it; null when it is longer than is read. */
  readonly text: string | null;
}

/** Some lines of a file, with how far it was read with them. */
export interface LineChunk {
  readonly lines: readonly FileLine[];
  readonly lastLine: number;
  readonly bytes: number;
}

/**
 * A file line by line, from content in parts, however large: no more than one part and one chunk are
 * held. A line is a line wherever quotation marks stand, so that one that is not closed spoils its own
 * line and no other.
 */
export async function* chunksOf(
  content: AsyncIterable<Buffer>,
  encoding: FileEncoding,
): AsyncGenerator<LineChunk> {
  const reader = new LineReader(encoding);
  for await (const part of content) {
    reader.take(part);
    while (reader.isFull) yield reader.chunk();
  }
  reader.end();
  while (reader.isFull) yield reader.chunk();
  if (!reader.isEmpty) yield reader.chunk();
}

class LineReader {
  private carry: Buffer = Buffer.alloc(0);
  /** Bytes of the line under way that were let go, since it is too long. */
  private dropped = 0;
  private pending: { line: FileLine; bytes: number }[] = [];
  private lines = 0;
  private bytes = 0;

  constructor(private readonly encoding: FileEncoding) {}

  get isFull(): boolean {
    return this.pending.length >= CHUNK_LINES;
  }
  get isEmpty(): boolean {
    return this.pending.length === 0;
  }

  take(part: Buffer): void {
    const all = this.carry.length ? Buffer.concat([this.carry, part]) : part;
    let from = 0;
    for (let at = all.indexOf(NEWLINE); at >= 0; at = all.indexOf(NEWLINE, from)) {
      this.add(all.subarray(from, at), 1);
      from = at + 1;
    }
    this.keep(all.subarray(from));
  }

  /** The last line may have no end. */
  end(): void {
    if (this.carry.length || this.dropped) this.add(this.carry, 0);
    this.carry = Buffer.alloc(0);
  }

  chunk(): LineChunk {
    const taken = this.pending.splice(0, CHUNK_LINES);
    this.bytes += taken.reduce((sum, { bytes }) => sum + bytes, 0);
    const lines = taken.map(({ line }) => line);
    return { lines, lastLine: lines.at(-1)!.number, bytes: this.bytes };
  }

  private add(bytes: Buffer, end: number): void {
    const isLong = this.dropped + bytes.length > LINE_BYTES_MAX;
    const line = { number: ++this.lines, text: isLong ? null : this.textOf(bytes) };
    this.pending.push({ line, bytes: this.dropped + bytes.length + end });
    this.dropped = 0;
  }

  private keep(rest: Buffer): void {
    if (rest.length <= LINE_BYTES_MAX) {
      this.carry = Buffer.from(rest);
      return;
    }
    this.dropped += rest.length;
    this.carry = Buffer.alloc(0);
  }

  private textOf(bytes: Buffer): string {
    const text = bytes.toString(this.encoding === 'utf-8' ? 'utf8' : 'latin1');
    const bare = text.endsWith('\r') ? text.slice(0, -1) : text;
    return this.lines === 1 ? bare.replace(/^\uFEFF/, '') : bare;
  }
}
