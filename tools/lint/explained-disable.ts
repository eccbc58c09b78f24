// A rule may be switched off for a place, but only with a reason that the next reader can weigh.
import type { Rule } from 'eslint';

const directive = /^\s*eslint-(disable|enable)/;
const reason = /--\s*\S.{9,}/s;

export const explainedDisable: Rule.RuleModule = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      reason: 'Say why, after the rule: eslint-disable-next-line max-lines -- the reason.',
    },
  },
  create(context) {
    return {
      Program() {
        for (const { value, loc } of context.sourceCode.getAllComments()) {
          const isDisable = directive.exec(value)?.[1] === 'disable';
          if (isDisable && !reason.test(value) && loc) context.report({ loc, messageId: 'reason' });
        }
      },
    };
  },
};
