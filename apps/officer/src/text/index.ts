import { createTexts, type PageView } from '#web';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';

export const texts = createTexts({ en, fr });
export type En = typeof en;
/** What every page of the officers' site is given. */
export type OfficerView = PageView<En>;
