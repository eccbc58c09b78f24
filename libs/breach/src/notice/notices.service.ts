import { Bonds } from '#bond-escrow';
import { ok, refused, type Result } from '#kernel';
import { newId, personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { replyDeadline } from '../domain/deadlines.ts';
import type { Ground } from '../domain/grounds.ts';
import { mayGiveNotice, type NoticeRefusal } from '../domain/notice.ts';
import type { BreachFile } from '../file/breach-file.entity.ts';
import { BreachFileStore } from '../file/breach-file.store.ts';
import { BreachFiles } from '../file/breach-files.service.ts';
import { BreachTrail } from '../file/breach-trail.service.ts';
import { SealedTexts } from '../file/sealed-texts.service.ts';

/** A ground, and what the notice says happened. */
export interface NamedGround {
  readonly code: Ground;
  readonly facts: string;
}

/** An adjudicator tells the payer what is thought to be a breach, and until when to reply (R19). */
@Injectable()
export class Notices {
  constructor(
    private readonly files: BreachFiles,
    private readonly store: BreachFileStore,
    private readonly bonds: Bonds,
    private readonly texts: SealedTexts,
    private readonly trail: BreachTrail,
  ) {}

  async give(
    tx: Tx,
    fileId: string,
    named: readonly NamedGround[],
  ): Promise<Result<{ reference: string }, NoticeRefusal | 'no_such_file'>> {
    const locked = await this.files.lock(tx, fileId);
    if (!locked) return refused('no_such_file');
    const { theCase, bond, file } = locked;
    const by = personOf(tx);
    const hasSetTheBond = await this.files.hasSetTheBond(tx, file.caseId, by);
    const may = mayGiveNotice({ bondState: bond.state, hasSetTheBond, named: named.length });
    if (!may.ok) return may;
    const { zone, rules } = await this.files.clocks(tx, theCase);
    const replyBy = replyDeadline(tx.now, zone, rules.replyDays);
    await this.name(tx, file, named);
    await this.store.notice(tx, fileId, { noticeBy: by, noticedAt: tx.now, replyBy });
    await this.bonds.move(tx, bond, 'notice_given', { reasonCode: named[0]!.code });
    await this.trail.note(tx, file, 'noticed', { grounds: named.map((g) => g.code).join('.') });
    await this.trail.tell(tx, file, bond);
    return ok({ reference: file.reference });
  }

  private async name(tx: Tx, file: BreachFile, named: readonly NamedGround[]): Promise<void> {
    const known = new Map((await this.store.grounds(tx, file.id)).map((g) => [g.code, g.id]));
    for (const { code, facts } of named) {
      const id = known.get(code) ?? newId();
      const factsSealed = await this.texts.seal(tx, file, 'breach_ground.facts_sealed', id, facts);
      if (known.has(code)) await this.store.setFacts(tx, id, factsSealed);
      else await this.store.addGround(tx, { id, fileId: file.id, code, factsSealed });
    }
  }
}
