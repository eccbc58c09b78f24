import type { Result } from '#kernel';
import { SeeOther } from '#web';
import { NotFoundException } from '@nestjs/common';

/** To the case, where what stands in the way is said. The reference is the row's own. */
export const backToBlocked = (reference: string, why: string): SeeOther =>
  new SeeOther(`/cases/${reference}?notice=${why}`);

/** Back to the case, which says what happened; a case that is not there has no page. */
export function backToCase(reference: string, answer: Result<unknown>, done: string): SeeOther {
  if (answer.ok) return new SeeOther(`/cases/${reference}?notice=${done}`);
  if (answer.code === 'no_such_case') throw new NotFoundException();
  return new SeeOther(`/cases/${reference}?notice=${answer.code}`);
}
