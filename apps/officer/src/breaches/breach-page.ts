import { formatMoment } from '#kernel';
import type { Answers, FieldError } from '#web';
import type { Staff } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import type { BreachContentOf } from './breach-content.service.ts';

/** What every part of a file's page is given. */
export interface BreachPageOptions {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: BreachContentOf;
  readonly notice?: unknown;
  readonly values?: Answers;
  readonly errors?: readonly FieldError[];
}

export const nameOf = ({ view, content }: BreachPageOptions, id: string | null): string =>
  id ? (content.names.get(id) ?? view.t('queues.nobody')) : view.t('breaches.one.nobodyYet');

/** The date that a sentence about the file's standing speaks of. */
export function whenOf({ view, content }: BreachPageOptions): string {
  const { replyBy, appealBy } = content.breach.file;
  const at = content.breach.standing === 'declared' ? appealBy : replyBy;
  return at ? formatMoment(at, content.zone, view.lang) : '';
}
