export { BASE32, base32From, inFours } from './base32.ts';
export { isRefused, mustBeOk, ok, refused, type Refused, type Result } from './result.ts';
export { isUuid } from './id.ts';
export {
  addMoney,
  compareMoney,
  type Currency,
  CurrencyMismatch,
  decimalText,
  exponentOf,
  formatMoney,
  isZero,
  money,
  type Money,
  subtractMoney,
} from './money.ts';
export { KEPT_BY_BROWSER, type Origin } from './origin.ts';
export { afterPauses } from './pause.ts';
export { carriesCurrency, type PaymentWay, paymentWays } from './payment-way.ts';
export {
  addDays,
  dayFromIso,
  dayIn,
  daysBetween,
  endOfDay,
  formatDay,
  formatMoment,
  formatOpening,
  type Instant,
  instantFromDate,
  isBefore,
  isoDay,
  isOnOrBefore,
  type Locale,
  type OpeningHours,
  type PlainDate,
  Temporal,
  toDate,
  type Zone,
} from './time.ts';
export {
  defineLifecycle,
  type EventOf,
  type Lifecycle,
  type PublicStatusOf,
  type StateOf,
} from './lifecycle.ts';
export { mayBeSecond } from './second-person.ts';
export { sha256 } from './sha256.ts';
export { cleanText } from './text.ts';
export { frenchSpaces } from './typography.ts';
