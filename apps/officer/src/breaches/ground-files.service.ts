import { BreachReading, type BreachView } from '#breach';
import { Database, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { ShownFile } from '../shared/file-list.view.tsx';
import { type OpenedFor, ShownFiles } from '../shared/shown-files.service.ts';

const homeOf = (id: string) => `/breaches/${id}`;

/** The files that were sent with replies. */
@Injectable()
export class GroundFiles {
  constructor(
    private readonly database: Database,
    private readonly reading: BreachReading,
    private readonly shown: ShownFiles,
  ) {}

  /** Of each ground, by its id. */
  of(ctx: StaffCtx, { file, grounds }: Pick<BreachView, 'file' | 'grounds'>) {
    return this.database.read(ctx, async (tx) => {
      const files = new Map<string, ShownFile[]>();
      for (const { id, uploadIds } of grounds) {
        files.set(id, await this.shown.list(tx, homeOf(file.id), uploadIds));
      }
      return files;
    });
  }

  open(ctx: StaffCtx, id: string, link: Parameters<ShownFiles['open']>[2]) {
    const find = (tx: Tx) => this.reading.filesOf(tx, id);
    const opened: OpenedFor = { home: homeOf(id), purpose: 'breach_file', find };
    return this.shown.open(ctx, opened, link);
  }
}
