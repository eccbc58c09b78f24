import { DecisionLetters } from '#breach';
import { renderLetter } from '#notification';
import { Database } from '#platform';
import { Asking, letterFile, Needs, SendsFile, UuidPipe } from '#web';
import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';

/** What was decided, as the letter that the payer gets. */
@Controller('breaches/:id/rulings/:ruling')
@Needs('case.read')
export class LetterController {
  constructor(
    private readonly database: Database,
    private readonly letters: DecisionLetters,
  ) {}

  @Get('letter')
  @SendsFile()
  async letter(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Param('ruling', UuidPipe) ruling: string,
  ) {
    const letter = await this.database.write(ctx, (tx) => this.letters.of(tx, id, ruling));
    if (!letter) throw new NotFoundException();
    return letterFile(await renderLetter(letter), letter.reference);
  }
}
