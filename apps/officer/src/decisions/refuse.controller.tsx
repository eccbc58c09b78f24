import { CurrentAccount, FormPipe, invalid, Needs, View } from '#web';
import type { FieldError, PostedForm } from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Staff } from '../accounts-for-web.ts';
import { CaseWork } from '../cases/case-work.service.ts';
import { backToBlocked, backToCase } from '../cases/case.controller.tsx';
import type { OfficerView } from '../text/index.ts';
import { Deciding } from './deciding.ts';
import { RefusePage } from './refuse.page.tsx';
import { RefuseForm } from './refuse.form.ts';

@Controller('cases/:reference/refuse')
@Needs('case.review')
export class RefuseController {
  constructor(
    private readonly deciding: Deciding,
    private readonly work: CaseWork,
  ) {}

  @Get()
  show(
    @View() view: OfficerView,
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
  ) {
    return this.page({ view, staff, request, reference }, []);
  }

  @Post()
  async refuse(
    @View() view: OfficerView,
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Body(FormPipe(RefuseForm)) form: PostedForm<RefuseForm>,
  ) {
    if (form.errors.length > 0) return this.page({ view, staff, request, reference }, form.errors);
    const { reason } = form.value;
    const refusal = await this.work.refuse(staff, request.id, reference, reason);
    return backToCase(reference, refusal, 'refused');
  }

  private async page(
    o: { view: OfficerView; staff: Staff; request: FastifyRequest; reference: string },
    errors: readonly FieldError[],
  ) {
    const { view, staff, request, reference } = o;
    const content = await this.deciding.open(staff, request.id, reference, 'refuse');
    if (!content) throw new NotFoundException();
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    const page = <RefusePage view={view} content={content} errors={errors} />;
    return errors.length > 0 ? invalid(page) : page;
  }
}
