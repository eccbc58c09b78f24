import { areSameTerms, Corrections } from '#bond-escrow';
import { chooseTier } from '#programme';
import { Asking, FormPipe, invalid, Needs, View } from '#web';
import type { FieldError, PostedForm } from '#web';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { LockedCase } from '../shared/locked-case.service.ts';
import { backToBlocked, backToCase } from '../shared/back-to-case.ts';
import type { OfficerView } from '../text/index.ts';
import { CorrectForm } from './correct.form.ts';
import { ConfirmCorrection, CorrectPage } from './correct.page.tsx';
import { Deciding, type DecisionContent } from './deciding.service.ts';
import { TIER_FIELDS, wishOf } from './direct.controller.tsx';

/** A bond that nobody has signed for yet is asked with another amount. */
@Controller('cases/:reference/correct')
@Needs('bond.direct')
export class CorrectController {
  constructor(
    private readonly deciding: Deciding,
    private readonly locked: LockedCase,
    private readonly corrections: Corrections,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
  ) {
    const content = await this.deciding.open(ctx, reference, 'correct');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    return <CorrectPage {...{ view, content, before: amountOf(content), values: {} }} />;
  }

  /** Shows what the correction will cause, and carries it out once that was confirmed. */
  @Post()
  @HttpCode(200)
  async correct(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(CorrectForm)) form: PostedForm<CorrectForm>,
  ) {
    const { tier, reason, why, step } = form.value;
    if (step === 'confirm' && form.errors.length === 0) {
      const wish = { ...wishOf(form.value), correctionReason: why };
      const corrected = await this.locked.of(ctx, reference, (tx, row) =>
        this.corrections.correct(tx, row, wish),
      );
      const awaits = corrected.ok && !('bondId' in corrected.value);
      // What the form can mend is said on it.
      if (corrected.ok || !(corrected.code in TIER_FIELDS || corrected.code === 'same_terms')) {
        return backToCase(reference, corrected, awaits ? 'correction_proposed' : 'corrected');
      }
    }
    const content = await this.deciding.open(ctx, reference, 'correct');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    const shown = { view, content, before: amountOf(content), values: { tier, reason, why } };
    const again = (errors: readonly FieldError[]) =>
      invalid(<CorrectPage {...{ ...shown, errors }} />);
    if (step === 'change') return <CorrectPage {...shown} />;
    if (form.errors.length > 0) return again(form.errors);
    const { rules, currency } = content.programme;
    const chosen = chooseTier(rules, currency, wishOf(form.value));
    if (!chosen.ok) {
      return again([{ field: TIER_FIELDS[chosen.code], key: `decide.error.${chosen.code}` }]);
    }
    const { amount, reasonCode } = chosen.value;
    const now = content.bond?.bond;
    if (now && areSameTerms(now, { amountMinor: amount.minor, reasonCode })) {
      return again([{ field: 'tier', key: 'confirm.correct.error.same_terms' }]);
    }
    return <ConfirmCorrection {...{ ...shown, tier: chosen.value, why }} />;
  }
}

function amountOf({ bond }: DecisionContent) {
  if (!bond) throw new Error('a case that waits for a bond without one');
  return bond.amount;
}
