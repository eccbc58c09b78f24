import { createTexts, type PageView } from '#web';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';

export const texts = createTexts({ en, fr });
export type En = typeof en;
/** What every page of the portal is given. */
export type PortalView = PageView<En>;
