import { formatMoment, type Instant } from '#kernel';
import type { Answers, FieldError } from '#web';
import type { PortalView } from '../text/index.ts';
import type { OwnBreach } from './own-breaches.service.ts';

/** What every part of the page is given. */
export interface BreachPageOptions {
  readonly view: PortalView;
  readonly own: OwnBreach;
  readonly said?: unknown;
  readonly values?: Answers;
  readonly errors?: readonly FieldError[];
}

export const momentIn = ({ view, own }: BreachPageOptions, at: Instant | null): string =>
  at ? formatMoment(at, own.consulate.timeZone, view.lang) : '';
