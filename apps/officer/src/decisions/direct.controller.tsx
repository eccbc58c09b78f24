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

/** What was typed, as it is decided on. */
export const wishOf = ({ tier, reason }: Pick<DirectForm, 'tier' | 'reason'>) => ({
  amountMinor: BigInt(tier),
  ...(reason && { reasonCode: reason }),
});

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
    if (step === 'confirm' && form.errors.length === 0) {
      const directed = await this.locked.of(ctx, reference, (tx, row) =>
        this.directions.direct(tx, row, wishOf(form.value)),
      );
      const awaits = directed.ok && !('bondId' in directed.value);
      // What the form can mend is said on it.
      if (directed.ok || !(directed.code in TIER_FIELDS)) {
        return backToCase(reference, directed, awaits ? 'proposed' : 'directed');
      }
    }
    const content = await this.deciding.open(ctx, reference, 'direct');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    const values = { tier, reason };
    const again = (errors: readonly FieldError[]) =>
      invalid(<DirectPage {...{ view, content, values, errors }} />);
    if (step === 'change') return <DirectPage {...{ view, content, values }} />;
    if (form.errors.length > 0) return again(form.errors);
    const { rules, currency } = content.programme;
    const chosen = chooseTier(rules, currency, wishOf(form.value), { waive: true });
    if (!chosen.ok) {
      return again([{ field: TIER_FIELDS[chosen.code], key: `decide.error.${chosen.code}` }]);
    }
    return <ConfirmDirect {...{ view, content, tier: chosen.value }} />;
  }
}
