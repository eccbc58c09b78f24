import { CaseQueries } from '#application';
import { Bonds } from '#bond-escrow';
import { type CheckedFile, Uploads } from '#documents';
import { ok, refused, type Result } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { mayReply, type ReplyRefusal } from '../domain/reply.ts';
import { BreachFileStore } from '../file/breach-file.store.ts';
import { BreachFiles } from '../file/breach-files.service.ts';
import { BreachTrail } from '../file/breach-trail.service.ts';
import { groundUploads } from './breach-reply.entity.ts';

/** Files that show what is said to a ground of the notice, within the same window (R19). */
@Injectable()
export class ReplyFiles {
  constructor(
    private readonly files: BreachFiles,
    private readonly store: BreachFileStore,
    private readonly bonds: Bonds,
    private readonly cases: CaseQueries,
    private readonly uploads: Uploads,
    private readonly trail: BreachTrail,
  ) {}

  /** Adds one that was found fit to be kept. It is sent with that: there is nothing to send after it. */
  async add(
    tx: Tx,
    groundId: string,
    received: CheckedFile,
  ): Promise<Result<true, ReplyRefusal | 'no_such_ground' | 'too_many'>> {
    const ground = await this.store.ground(tx, groundId);
    const file = ground?.factsSealed && (await this.store.find(tx, ground.fileId));
    const bond = file && (await this.bonds.find(tx, file.bondId));
    const theCase = file && (await this.cases.byId(tx, file.caseId));
    if (!ground || !file || !bond || !theCase) return refused('no_such_ground');
    const may = mayReply(await this.files.window(tx, { bond, file }));
    if (!may.ok) return may;
    const use = { set: groundUploads, ownerId: groundId };
    const kept = await this.uploads.keep(tx, theCase, use, received);
    if (!kept.ok) return kept;
    const { code } = ground;
    await this.trail.note(tx, file, 'file_added', { ground: code, upload: kept.value.id });
    return ok(true);
  }
}
