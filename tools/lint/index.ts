import type { ESLint } from 'eslint';
import { entitiesInModules } from './entities-in-modules.ts';
import { explainedDisable } from './explained-disable.ts';
import { noNumberMoney } from './no-number-money.ts';
import { noTextInView } from './no-text-in-view.ts';
import { roleInName } from './role-in-name.ts';

/** Our own rules, as `portal/…` in eslint.config.js. */
export const portalRules: ESLint.Plugin = {
  meta: { name: 'portal' },
  rules: {
    'entities-in-modules': entitiesInModules,
    'explained-disable': explainedDisable,
    'no-number-money': noNumberMoney,
    'no-text-in-view': noTextInView,
    'role-in-name': roleInName,
  },
};
