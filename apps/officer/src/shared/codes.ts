import type { OfficerView } from '../text/index.ts';

const words = ({ t }: OfficerView, group: string, code: string): string =>
  t.has(`states.${group}.${code}`) ? t.dynamic(`states.${group}.${code}`) : code;

/** Words of codes that come from data; a code that has none is shown as it is. */
export const ruleText = (view: OfficerView, rule: string) => words(view, 'rule', rule);
export const tierReasonText = (view: OfficerView, code: string) => words(view, 'tier', code);
export const asideText = (view: OfficerView, code: string) => words(view, 'aside', code);
export const pendingText = (view: OfficerView, code: string) => words(view, 'pending', code);
export const failureText = (view: OfficerView, code: string) => words(view, 'failure', code);
