import { CurrentAccount, FormPipe, invalid, Needs, View } from '#web';
import type { FieldError, PostedForm } from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Staff } from '../accounts-for-web.ts';
import { CaseWork } from '../cases/case-work.service.ts';
import { backToBlocked, backToCase } from '../cases/case.controller.tsx';
import type { OfficerView } from '../text/index.ts';
import { Deciding } from './deciding.ts';
import { DirectPage } from './direct.page.tsx';
import { DirectForm } from './direct.form.ts';

/** Refusals that the form can mend, with the field that mends them. */
const FIELDS: Readonly<Record<string, string>> = {
  unknown_tier: 'tier',
  reason_needed: 'reason',
  unknown_reason: 'reason',
};

@Controller('cases/:reference/direct')
@Needs('bond.direct')
export class DirectController {
  constructor(
    private readonly deciding: Deciding,
    private readonly work: CaseWork,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
  ) {
    const content = await this.deciding.open(staff, request.id, reference, 'direct');
    if (!content) throw new NotFoundException();
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    const values = { tier: content.programme.rules.defaultTierMinor };
    return <DirectPage view={view} content={content} values={values} />;
  }

  @Post()
  async direct(
    @View() view: OfficerView,
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Body(FormPipe(DirectForm)) form: PostedForm<DirectForm>,
  ) {
    const { tier, reason } = form.value;
    const again = async (errors: readonly FieldError[]) => {
      const content = await this.deciding.open(staff, request.id, reference, 'direct');
      if (!content) throw new NotFoundException();
      if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
      return invalid(<DirectPage {...{ view, content, errors }} values={{ tier, reason }} />);
    };
    if (form.errors.length > 0) return again(form.errors);
    const wish = { amountMinor: BigInt(tier), ...(reason && { reasonCode: reason }) };
    const directed = await this.work.direct(staff, request.id, reference, wish);
    if (directed.ok) {
      const done = 'bondId' in directed.value ? 'directed' : 'proposed';
      return backToCase(reference, directed, done);
    }
    const field = FIELDS[directed.code];
    if (field) return again([{ field, key: `decide.error.${directed.code}` }]);
    return backToCase(reference, directed, 'directed');
  }
}
