import { Config } from '#platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { link, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileNameOf, fileOf, type DaySeal } from '../domain/day-seal.ts';

/** Files outside the database, one a day: whoever copies them holds the database to its word. */
@Injectable()
export class PublishedSeals {
  private readonly log = new Logger(PublishedSeals.name);

  constructor(@Inject(Config) private readonly config: Pick<Config, 'daySealsFolder'>) {}

  get isAsked(): boolean {
    return this.config.daySealsFolder !== '';
  }

  /** What is there already stays as it is. Returns how many were written. */
  async write(seals: readonly DaySeal[]): Promise<number> {
    const folder = this.config.daySealsFolder;
    await mkdir(folder, { recursive: true });
    const present = new Set(await readdir(folder));
    const missing = seals.filter(({ day }) => !present.has(fileNameOf(day)));
    for (const seal of missing) await writeOnce(folder, seal);
    if (missing.length) this.log.log(`${missing.length} day seals were published`);
    return missing.length;
  }
}

/** Whole or not at all, and never over another: a name is given to what has been written. */
async function writeOnce(folder: string, seal: DaySeal): Promise<void> {
  const unfinished = join(folder, `.${fileNameOf(seal.day)}.${process.pid}`);
  await writeFile(unfinished, fileOf(seal));
  try {
    await link(unfinished, join(folder, fileNameOf(seal.day)));
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code !== 'EEXIST') throw e;
  } finally {
    await rm(unfinished);
  }
}
