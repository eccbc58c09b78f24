import { DecisionLetters } from '#breach';
import { renderLetter } from '#notification';
import { Database } from '#platform';
import { Asking, letterFile, Limited, Needs, SendsFile, UuidPipe, type AccountCtx } from '#web';
import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { OwnBreaches } from './own-breaches.service.ts';

/** What was decided, as a letter to keep: with the reasons and the rights to appeal. */
@Controller('cases/:reference/breach/letters')
@Needs('case.own')
export class LetterController {
  constructor(
    private readonly database: Database,
    private readonly breaches: OwnBreaches,
    private readonly letters: DecisionLetters,
  ) {}

  @Get(':ruling')
  @SendsFile()
  @Limited({ name: 'breach-letter', points: 60, seconds: 3600, by: 'account' })
  async letter(
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Param('ruling', UuidPipe) ruling: string,
  ) {
    const letter = await this.database.write(ctx, async (tx) => {
      const { breach } = await this.breaches.one(tx, reference);
      return this.letters.of(tx, breach.file.id, ruling);
    });
    if (!letter) throw new NotFoundException();
    return letterFile(await renderLetter(letter), letter.reference);
  }
}
