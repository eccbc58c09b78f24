import { Directions } from '#bond-escrow';
import { isUuid } from '#kernel';
import { Database } from '#platform';
import { CurrentAccount, FormPipe, invalid, Needs, SeeOther, View } from '#web';
import type { FieldError, PostedForm } from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { staffCtx, type Staff } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { ApprovalsPage } from './approvals.page.tsx';
import { Approvals } from './approvals.service.ts';
import { ProposalPage } from './proposal.page.tsx';
import { DeclineForm } from './decline.form.ts';

@Controller('approvals')
export class ApprovalsController {
  constructor(
    private readonly database: Database,
    private readonly approvals: Approvals,
    private readonly directions: Directions,
  ) {}

  @Get()
  @Needs('bond.direct')
  async list(
    @View() view: OfficerView,
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
  ) {
    return <ApprovalsPage view={view} list={await this.approvals.list(staff, request.id)} />;
  }

  @Get(':id')
  @Needs('bond.direct')
  async show(
    @View() view: OfficerView,
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query('notice') notice: unknown,
  ) {
    const content = await this.contentOf(staff, request, id);
    return <ProposalPage {...{ view, staff, content, notice }} />;
  }

  @Post(':id/approve')
  @Needs('bond.approve')
  async approve(
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
    @Param('id') id: string,
  ) {
    const { direction } = await this.contentOf(staff, request, id);
    const decided = await this.database.write(staffCtx(staff, request.id), (tx) =>
      this.directions.approve(tx, id),
    );
    if (!decided.ok) return new SeeOther(`/approvals/${id}?notice=${decided.code}`);
    return new SeeOther(`/cases/${direction.reference}?notice=approved`);
  }

  @Post(':id/decline')
  @Needs('bond.approve')
  async decline(
    @View() view: OfficerView,
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body(FormPipe(DeclineForm)) form: PostedForm<DeclineForm>,
  ) {
    const content = await this.contentOf(staff, request, id);
    const again = (errors: readonly FieldError[]) =>
      invalid(<ProposalPage {...{ view, staff, content, errors }} />);
    if (form.errors.length > 0) return again(form.errors);
    const decided = await this.database.write(staffCtx(staff, request.id), (tx) =>
      this.directions.decline(tx, id, form.value.reason),
    );
    if (!decided.ok) return new SeeOther(`/approvals/${id}?notice=${decided.code}`);
    const { reference, before } = content.direction;
    return new SeeOther(
      `/cases/${reference}?notice=${before ? 'correction_declined' : 'declined'}`,
    );
  }

  private async contentOf(staff: Staff, request: FastifyRequest, id: string) {
    const content = isUuid(id) ? await this.approvals.one(staff, request.id, id) : null;
    if (!content) throw new NotFoundException();
    return content;
  }
}
