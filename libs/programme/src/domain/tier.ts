import { money, ok, refused, type Currency, type Money, type Result } from '#kernel';
import type { RuleValues } from './rules.ts';

/** The reason of the default amount; it needs no other. */
export const DEFAULT_TIER = 'default';

export interface TierWish {
  /** In minor units of the programme's currency. */
  readonly amountMinor: bigint;
  /** A code; 'default' or nothing for the default amount. */
  readonly reasonCode?: string | undefined;
}

export interface ChosenTier {
  readonly amount: Money;
  /** 'default', or the reason recorded for another amount. */
  readonly reasonCode: string;
  /** True below the default: one officer alone may not ask for less (R8). */
  readonly needsSecondPerson: boolean;
}

export type TierRefusal = 'unknown_tier' | 'reason_needed' | 'unknown_reason';
type TierRules = Pick<
  RuleValues,
  'tiersMinor' | 'defaultTierMinor' | 'lowerTierReasons' | 'higherTierReasons'
>;

export type TierStanding = 'usual' | 'lower' | 'higher';

/** An amount compared with the one that is usually asked (R8). */
export function tierStanding(
  amountMinor: bigint,
  rules: Pick<RuleValues, 'defaultTierMinor'>,
): TierStanding {
  const usual = BigInt(rules.defaultTierMinor);
  if (amountMinor === usual) return 'usual';
  return amountMinor < usual ? 'lower' : 'higher';
}

/** The amount of a bond that is waived: no bond is asked (R8). */
export const WAIVED = 0n;

/**
 * The amount of a bond: only the programme's tiers, or none at all where it may be waived, and a
 * recorded reason off the default (R7, R8). A waiver has the reasons of a lower amount.
 */
export function chooseTier(
  rules: TierRules,
  currency: Currency,
  { amountMinor, reasonCode }: TierWish,
  may: { readonly waive: boolean } = { waive: false },
): Result<ChosenTier, TierRefusal> {
  const isTier = rules.tiersMinor.includes(amountMinor.toString());
  if (!isTier && !(may.waive && amountMinor === WAIVED)) return refused('unknown_tier');
  const standing = tierStanding(amountMinor, rules);
  const reason = reasonCode || DEFAULT_TIER;
  if (reason === DEFAULT_TIER && standing !== 'usual') return refused('reason_needed');
  if (!reasonsFor(rules, standing).includes(reason)) return refused('unknown_reason');
  const needsSecondPerson = standing === 'lower';
  return ok({ amount: money(amountMinor, currency), reasonCode: reason, needsSecondPerson });
}

function reasonsFor(rules: TierRules, standing: TierStanding): readonly string[] {
  if (standing === 'usual') return [DEFAULT_TIER];
  return standing === 'lower' ? rules.lowerTierReasons : rules.higherTierReasons;
}
