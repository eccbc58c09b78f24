import { Bonds } from '#bond-escrow';
import { afterPauses, ok, refused, type Result } from '#kernel';
import { newId, personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { mayAsk, mayReply, type QuestionRefusal, type ReplyRefusal } from '../domain/reply.ts';
import type { BreachFile } from '../file/breach-file.entity.ts';
import { BreachFileStore } from '../file/breach-file.store.ts';
import { BreachFiles } from '../file/breach-files.service.ts';
import { BreachTrail } from '../file/breach-trail.service.ts';
import { SealedTexts } from '../file/sealed-texts.service.ts';

/** What is said to one ground of the notice. */
export interface GroundReply {
  readonly groundId: string;
  readonly text: string;
}

type NoFile = 'no_such_file';

/** What payer and traveller say and ask within the window of a notice (R19, R31). */
@Injectable()
export class Replies {
  constructor(
    private readonly files: BreachFiles,
    private readonly store: BreachFileStore,
    private readonly bonds: Bonds,
    private readonly texts: SealedTexts,
    private readonly trail: BreachTrail,
  ) {}

  /** May be sent again until the window ends: the newest counts, all are kept. */
  async send(
    tx: Tx,
    fileId: string,
    replies: readonly GroundReply[],
  ): Promise<Result<true, ReplyRefusal | NoFile | 'no_such_ground' | 'nothing_said'>> {
    const found = await this.found(tx, fileId);
    if (!found) return refused('no_such_file');
    const may = mayReply(await this.files.window(tx, found));
    if (!may.ok) return may;
    if (replies.length === 0) return refused('nothing_said');
    const named = (await this.store.grounds(tx, fileId)).filter((g) => g.factsSealed);
    if (replies.some((r) => !named.some((g) => g.id === r.groundId))) {
      return refused('no_such_ground');
    }
    for (const reply of replies) await this.add(tx, found.file, reply);
    await this.trail.note(tx, found.file, 'replied', { grounds: replies.length });
    return ok(true);
  }

  /** The clock stands still until an adjudicator has answered (R31). */
  async ask(tx: Tx, fileId: string, text: string): Promise<Result<true, QuestionRefusal | NoFile>> {
    const found = await this.found(tx, fileId);
    if (!found) return refused('no_such_file');
    const asked = await this.store.questions(tx, fileId);
    const may = mayAsk(await this.files.window(tx, found), asked.length);
    if (!may.ok) return may;
    const id = newId();
    const { file } = found;
    await this.store.addQuestion(tx, {
      ...{ id, fileId, askedBy: personOf(tx), askedAt: tx.now },
      textSealed: await this.texts.seal(tx, file, 'breach_question.text_sealed', id, text),
      ...{ answeredBy: null, answeredAt: null, answerSealed: null },
    });
    await this.trail.note(tx, file, 'asked');
    return ok(true);
  }

  /** What was left of the window is left again. */
  async answer(
    tx: Tx,
    fileId: string,
    text: string,
  ): Promise<Result<{ reference: string }, NoFile | 'no_question' | 'set_the_bond'>> {
    const locked = await this.files.lock(tx, fileId);
    if (!locked) return refused('no_such_file');
    const { file, bond, theCase } = locked;
    const by = personOf(tx);
    if (await this.files.hasSetTheBond(tx, file.caseId, by)) return refused('set_the_bond');
    const open = (await this.store.questions(tx, fileId)).find((q) => q.answeredAt === null);
    if (!open || !file.replyBy) return refused('no_question');
    const { zone } = await this.files.clocks(tx, theCase);
    const sealed = await this.texts.seal(tx, file, 'breach_question.answer_sealed', open.id, text);
    await this.store.answer(tx, open.id, {
      ...{ answeredBy: by, answeredAt: tx.now, answerSealed: sealed },
    });
    const pause = { from: open.askedAt, until: tx.now };
    await this.store.setReplyBy(tx, fileId, afterPauses(file.replyBy, [pause], zone));
    await this.trail.note(tx, file, 'answered');
    await this.trail.tell(tx, file, bond);
    return ok({ reference: file.reference });
  }

  private async found(tx: Tx, fileId: string) {
    const file = await this.store.find(tx, fileId);
    const bond = file && (await this.bonds.find(tx, file.bondId));
    return file && bond ? { file, bond } : null;
  }

  private async add(tx: Tx, file: BreachFile, { groundId, text }: GroundReply): Promise<void> {
    const id = newId();
    await this.store.addReply(tx, {
      ...{ id, groundId, accountId: personOf(tx), sentAt: tx.now },
      textSealed: await this.texts.seal(tx, file, 'breach_reply.text_sealed', id, text),
    });
  }
}
