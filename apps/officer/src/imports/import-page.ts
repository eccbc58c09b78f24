import type { Staff } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import type { ShownImport } from './import-desk.service.ts';

export interface ImportPageOptions {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: ShownImport;
  readonly notice: unknown;
  /** What makes the address of the proof good for some minutes. */
  readonly proofQuery: string;
}

/** Whether the worker is at it, so that the page asks again. */
export const isRunning = ({ content: { sent } }: ImportPageOptions): boolean =>
  sent.state === 'checking' || sent.state === 'confirmed';
