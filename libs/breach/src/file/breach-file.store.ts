import { lockRow, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { BreachAppeal } from '../appeal/breach-appeal.entity.ts';
import { BreachQuestion, BreachReply } from '../notice/breach-reply.entity.ts';
import { BreachFile, BreachGround } from './breach-file.entity.ts';

type Noticed = Pick<BreachFile, 'noticeBy' | 'noticedAt' | 'replyBy'>;
type Served = Pick<BreachFile, 'servedAt' | 'byPost' | 'appealBy'>;

/** Writes and locks of breach files and what belongs to them. Lock case and bond before. */
@Injectable()
export class BreachFileStore {
  async insert(tx: Tx, file: BreachFile, ground: BreachGround): Promise<void> {
    await tx.manager.getRepository(BreachFile).insert(file);
    await tx.manager.getRepository(BreachGround).insert(ground);
  }

  find(tx: Tx, id: string): Promise<BreachFile | null> {
    return tx.manager.getRepository(BreachFile).findOneBy({ id });
  }

  ofCase(tx: Tx, caseId: string): Promise<BreachFile | null> {
    return tx.manager.getRepository(BreachFile).findOneBy({ caseId });
  }

  /** Null where this process may not change it. */
  lock(tx: Tx, id: string): Promise<BreachFile | null> {
    return lockRow(tx, BreachFile, 'id = $1', [id]);
  }

  grounds(tx: Tx, fileId: string): Promise<BreachGround[]> {
    return tx.manager.getRepository(BreachGround).find({ where: { fileId }, order: { id: 'asc' } });
  }

  ground(tx: Tx, id: string): Promise<BreachGround | null> {
    return tx.manager.getRepository(BreachGround).findOneBy({ id });
  }

  async addGround(tx: Tx, row: BreachGround): Promise<void> {
    await tx.manager.getRepository(BreachGround).insert(row);
  }

  async setFacts(tx: Tx, groundId: string, factsSealed: Buffer): Promise<void> {
    await tx.manager.getRepository(BreachGround).update({ id: groundId }, { factsSealed });
  }

  async notice(tx: Tx, id: string, noticed: Noticed): Promise<void> {
    await tx.manager.getRepository(BreachFile).update({ id }, noticed);
  }

  async setReplyBy(tx: Tx, id: string, replyBy: Noticed['replyBy']): Promise<void> {
    await tx.manager.getRepository(BreachFile).update({ id }, { replyBy });
  }

  async serve(tx: Tx, id: string, served: Served): Promise<void> {
    await tx.manager.getRepository(BreachFile).update({ id }, served);
  }

  async addReply(tx: Tx, row: BreachReply): Promise<void> {
    await tx.manager.getRepository(BreachReply).insert(row);
  }

  /** The newest first. */
  replies(tx: Tx, groundId: string): Promise<BreachReply[]> {
    return tx.manager
      .getRepository(BreachReply)
      .find({ where: { groundId }, order: { sentAt: 'desc', id: 'desc' } });
  }

  appeal(tx: Tx, fileId: string): Promise<BreachAppeal | null> {
    return tx.manager.getRepository(BreachAppeal).findOneBy({ fileId });
  }

  questions(tx: Tx, fileId: string): Promise<BreachQuestion[]> {
    return tx.manager
      .getRepository(BreachQuestion)
      .find({ where: { fileId }, order: { askedAt: 'asc' } });
  }

  async addQuestion(tx: Tx, row: BreachQuestion): Promise<void> {
    await tx.manager.getRepository(BreachQuestion).insert(row);
  }

  async answer(
    tx: Tx,
    id: string,
    answer: Pick<BreachQuestion, 'answeredBy' | 'answeredAt' | 'answerSealed'>,
  ): Promise<void> {
    await tx.manager.getRepository(BreachQuestion).update({ id }, answer);
  }

  async addAppeal(tx: Tx, row: BreachAppeal): Promise<void> {
    await tx.manager.getRepository(BreachAppeal).insert(row);
  }
}
