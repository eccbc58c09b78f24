import { Database } from '#platform';
import { BorderProposals } from '#travel';
import { Asking, Needs, SeeOther, UuidPipe, View } from '#web';
import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { BorderDesk } from './border-desk.service.ts';
import { BorderProposalPage } from './border-proposal.page.tsx';

/** A border system or a key that one administrator proposed, and the answer of another. */
@Controller('border-clients/proposals')
@Needs('border.manage')
export class BorderProposalsController {
  constructor(
    private readonly database: Database,
    private readonly desk: BorderDesk,
    private readonly proposals: BorderProposals,
  ) {}

  @Get(':id')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    const content = await this.desk.proposal(ctx, id);
    if (!content) throw new NotFoundException();
    return <BorderProposalPage {...{ view, staff: ctx.account, content, notice }} />;
  }

  @Post(':id/confirm')
  async confirm(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    const confirmed = await this.database.write(ctx, (tx) => this.proposals.confirm(tx, id));
    if (!confirmed.ok) return this.refused(id, confirmed.code);
    return new SeeOther(`/border-clients/${confirmed.value.clientId}?notice=confirmed`);
  }

  @Post(':id/decline')
  async decline(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    const declined = await this.database.write(ctx, (tx) => this.proposals.decline(tx, id));
    if (!declined.ok) return this.refused(id, declined.code);
    return new SeeOther('/border-clients?notice=declined');
  }

  private refused(id: string, code: string) {
    if (code === 'unknown_proposal') throw new NotFoundException();
    return new SeeOther(`/border-clients/proposals/${id}?notice=${code}`);
  }
}
