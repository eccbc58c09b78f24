import type { Swept, SweepParts } from '#platform';
import { Injectable } from '@nestjs/common';
import { AppealWindows } from './appeal/appeal-windows.service.ts';
import { Referrals } from './referral/referrals.service.ts';
import { CarryingOut } from './ruling/carrying-out.service.ts';

/** Bonds that were referred, windows to appeal that are over, rulings whose job was lost. */
@Injectable()
export class BreachSweep implements Swept {
  constructor(
    private readonly referrals: Referrals,
    private readonly windows: AppealWindows,
    private readonly carryingOut: CarryingOut,
  ) {}

  sweepParts(): SweepParts {
    return {
      'referrals without a file': () => this.referrals.openAll(),
      'windows to appeal that are over': () => this.windows.sweep(),
      'breach rulings without a job': () => this.carryingOut.sweep(),
    };
  }
}
