import { Directions } from '#bond-escrow';
import { Asking, FormPipe, invalid, Needs, View } from '#web';
import type { FieldError, PostedForm } from '#web';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { chooseTier, type TierRefusal } from '#programme';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { LockedCase } from '../shared/locked-case.service.ts';
import { backToBlocked, backToCase } from '../shared/back-to-case.ts';
import type { OfficerView } from '../text/index.ts';
import { Deciding } from './deciding.service.ts';
import { ConfirmDirect } from './confirm-direct.page.tsx';
import { DirectPage } from './direct.page.tsx';
import { DirectForm } from './direct.form.ts';

/** Refusals that the form can mend, with the field that mends them. */
export const TIER_FIELDS: Readonly<Record<TierRefusal, string>> = {
  unknown_tier: 'tier',
  reason_needed: 'reason',
  unknown_reason: 'reason',
};

@Controller('cases/:reference/direct')
@Needs('bond.direct')
export class DirectController {
  constructor(
    private readonly deciding: Deciding,
    private readonly locked: LockedCase,
    private readonly directions: Directions,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
  ) {
    const content = await this.deciding.open(ctx, reference, 'direct');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    return <DirectPage view={view} content={content} values={{}} />;
  }

  /** Shows what the choice will cause, and carries it out once that was confirmed. */
  @Post()
  @HttpCode(200)
  async direct(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(DirectForm)) form: PostedForm<DirectForm>,
  ) {
    const { tier, reason, step } = form.value;
    const content = await this.deciding.open(ctx, reference, 'direct');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    const values = { tier, reason };
    const again = (errors: readonly FieldError[]) =>
      invalid(<DirectPage {...{ view, content, values, errors }} />);
    if (step === 'change') return <DirectPage {...{ view, content, values }} />;
    if (form.errors.length > 0) return again(form.errors);
    const wish = { amountMinor: BigInt(tier), ...(reason && { reasonCode: reason }) };
    const { rules, currency } = content.programme;
    const chosen = chooseTier(rules, currency, wish, { waive: true });
    if (!chosen.ok) {
      return again([{ field: TIER_FIELDS[chosen.code], key: `decide.error.${chosen.code}` }]);
    }
    if (step !== 'confirm') return <ConfirmDirect {...{ view, content, tier: chosen.value }} />;
    const directed = await this.locked.of(ctx, reference, (tx, row) =>
      this.directions.direct(tx, row, wish),
    );
    const awaits = directed.ok && !('bondId' in directed.value);
    return backToCase(reference, directed, awaits ? 'proposed' : 'directed');
  }
}
