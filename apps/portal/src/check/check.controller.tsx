import { InclusionProofs } from '#audit';
import { Papers } from '#notification';
import { Database, visitorCtx, type Tx } from '#platform';
import { Programmes } from '#programme';
import { FormPipe, invalid, Limited, Open, SendsFile, View, type PostedForm } from '#web';
import { Body, Controller, Get, NotFoundException, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { proofFile } from '../proof/inclusion.view.tsx';
import type { PortalView } from '../text/index.ts';
import { CheckPage, NotOursPage, RealPage } from './check.page.tsx';
import { CheckForm } from './check.form.ts';

/**
 * Whether a paper is real, for anybody who has its code. The code is posted: it stands in no address
 * that we are asked for, so in no log and no referrer.
 */
@Controller('check')
@Open()
export class CheckController {
  constructor(
    private readonly database: Database,
    private readonly papers: Papers,
    private readonly programmes: Programmes,
    private readonly proofs: InclusionProofs,
  ) {}

  @Get()
  show(@View() view: PortalView) {
    return <CheckPage view={view} values={{}} />;
  }

  @Post()
  @Limited({ name: 'check-paper', points: 30, seconds: 900, by: 'address' })
  async check(
    @View() view: PortalView,
    @Req() request: FastifyRequest,
    @Body(FormPipe(CheckForm)) { value, errors }: PostedForm<CheckForm>,
  ) {
    const values = { ...value };
    if (errors.length > 0) return invalid(<CheckPage {...{ view, values, errors }} />);
    const found = await this.database.read(visitorCtx(request.id), (tx) =>
      this.find(tx, value.code),
    );
    if (!found.named.ok) {
      const wrong = [{ field: 'code', key: `check.error.${found.named.code}` }];
      return invalid(<CheckPage {...{ view, values, errors: wrong }} />);
    }
    const paper = found.named.value;
    const programme = found.programmes.find((p) => p.code === paper?.programmeCode);
    return paper && programme ? (
      <RealPage {...{ view, paper, programme, proof: found.proof }} />
    ) : (
      <NotOursPage view={view} />
    );
  }

  /** That the payment on a receipt is in the seal of its day: hashes alone. */
  @Post('proof')
  @SendsFile()
  @Limited({ name: 'check-proof', points: 30, seconds: 900, by: 'address' })
  async proof(
    @Req() request: FastifyRequest,
    @Body(FormPipe(CheckForm)) { value, errors }: PostedForm<CheckForm>,
  ) {
    if (errors.length > 0) throw new NotFoundException();
    const { proof } = await this.database.read(visitorCtx(request.id), (tx) =>
      this.find(tx, value.code),
    );
    if (!proof) throw new NotFoundException();
    return proofFile(proof);
  }

  private async find(tx: Tx, typed: string) {
    const [named, programmes] = await Promise.all([
      this.papers.named(tx, typed),
      this.programmes.all(tx),
    ]);
    const paper = named.ok ? named.value : null;
    const proof = paper?.kind === 'receipt' ? await this.proofs.ofReceipt(tx, paper.code) : null;
    return { named, programmes, proof };
  }
}
