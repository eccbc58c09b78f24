// A file's name ends in the role of the class in it, one of a closed list: who looks for what runs
// in a transaction, what is asked over HTTP or what a table is, finds it by its name.
import type { Rule } from 'eslint';
import type { CallExpression, Node } from 'estree';

/** Which roles each decorator stands for; `defineLifecycle` is a call that makes one. */
const roles: Readonly<Record<string, readonly string[]>> = {
  Injectable: [
    ...['service', 'store', 'queries', 'jobs', 'loop', 'adapter'],
    ...['guard', 'strategy', 'filter', 'hook', 'routes'],
  ],
  Controller: ['controller', 'routes'],
  Catch: ['filter'],
  Entity: ['entity'],
  defineLifecycle: ['lifecycle'],
};

export const roleInName: Rule.RuleModule = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { role: 'A file with {{ what }} ends in its role: {{ roles }}.' },
  },
  create(context) {
    const role = /\.([a-z]+)\.tsx?$/.exec(context.filename)?.[1] ?? '';
    const check = (call: Node) => {
      const { callee } = call as CallExpression;
      if (callee.type !== 'Identifier') return;
      const may = Object.hasOwn(roles, callee.name) ? roles[callee.name]! : [role];
      if (may.includes(role)) return;
      const data = { what: callee.name, roles: may.map((one) => `.${one}`).join(' ') };
      context.report({ node: call, messageId: 'role', data });
    };
    return { CallExpression: check };
  },
};
