import { ok, refused, type Result } from '#kernel';
import { Injectable } from '@nestjs/common';
import { typeOf, UPLOAD_BYTES_MAX, type UploadRefusal } from '../domain/upload.ts';
import { Inspector, type Inspected } from '../inspection/inspector.service.ts';
import { Turns } from '../inspection/turns.ts';
import { Scanner, type Scan } from '../scan/scanner.service.ts';

/** A file that was found fit to be kept, and is not kept yet. */
export interface CheckedFile extends Inspected {
  readonly scan: Scan;
}

/** How many files a process holds at a time while they come in: each is in memory, whole. */
const HELD_MAX = 12;
/** How many of them it looks at. */
const INSPECTED_MAX = 2;

/** Takes a file in and looks at it, outside of any transaction. What is refused is forgotten. */
@Injectable()
export class UploadReceiver {
  private readonly held = new Turns(HELD_MAX);
  private readonly inspected = new Turns(HELD_MAX, INSPECTED_MAX);

  constructor(
    private readonly inspector: Inspector,
    private readonly scanner: Scanner,
  ) {}

  async receive(content: AsyncIterable<Uint8Array>): Promise<Result<CheckedFile, UploadRefusal>> {
    const received = await this.held.take(() => this.take(content));
    return received ?? refused('busy');
  }

  private async take(
    content: AsyncIterable<Uint8Array>,
  ): Promise<Result<CheckedFile, UploadRefusal>> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of content) {
      length += chunk.length;
      if (length > UPLOAD_BYTES_MAX) return refused('too_large');
      chunks.push(chunk);
    }
    if (length === 0) return refused('empty');
    const bytes = Buffer.concat(chunks);
    // Before a process is started for what is no file of ours.
    if (!typeOf(bytes)) return refused('unknown_type');
    const looked = await this.inspected.take(() => this.look(bytes));
    return looked ?? refused('busy');
  }

  private async look(bytes: Buffer): Promise<Result<CheckedFile, UploadRefusal>> {
    const found = await this.inspector.inspect(bytes);
    if (!found.ok) return found;
    // As it came: what is hidden in it is there no more once it was written anew.
    const scan = await this.scanner.scan(bytes);
    if (scan === 'infected') return refused('infected');
    if (scan === 'unavailable') return refused('not_scannable');
    return ok({ ...found.value, scan });
  }
}
