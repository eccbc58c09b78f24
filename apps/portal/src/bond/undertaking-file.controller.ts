import { Undertakings } from '#bond-escrow';
import { Papers, renderLetter } from '#notification';
import { Config, Database, type Tx } from '#platform';
import { Asking, type AccountCtx, letterFile, Limited, Needs, SendsFile } from '#web';
import { Controller, Get, Inject, NotFoundException, Param } from '@nestjs/common';
import { OwnBonds } from '../own/own-bonds.service.ts';
import { undertakingLetter, type SignedUndertaking } from './undertaking.letter.ts';

/** What the payer signed, to keep (R10). Opening it is in the trail. */
@Controller('cases/:reference/bond/undertaking.pdf')
@Needs('bond.pay')
export class UndertakingFileController {
  constructor(
    private readonly database: Database,
    private readonly bonds: OwnBonds,
    private readonly undertakings: Undertakings,
    private readonly papers: Papers,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get()
  @SendsFile()
  @Limited({ name: 'undertaking-file', points: 60, seconds: 3600, by: 'account' })
  async file(@Asking() ctx: AccountCtx, @Param('reference') reference: string) {
    const signed = await this.database.write(ctx, (tx) => this.open(tx, reference));
    const pdf = await renderLetter(undertakingLetter(signed, this.config.portalUrl));
    return letterFile(pdf, signed.own.row.reference);
  }

  /** The payer's own signature, and nobody else's. */
  private async open(tx: Tx, reference: string): Promise<SignedUndertaking> {
    const own = await this.bonds.one(tx, reference);
    const copy = own?.isPayer && (await this.undertakings.copy(tx, own.bond.bond, 'own_copy_file'));
    if (!own || !copy) throw new NotFoundException();
    const contract = await this.undertakings.contract(tx, own.bond.bond);
    const isSame = contract.texts[copy.language].textSha256 === copy.textSha256;
    const code = await this.papers.codeOf(tx, 'undertaking', copy.id);
    return { own, copy, code, contract: isSame ? contract : null };
  }
}
