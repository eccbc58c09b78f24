// Money is bigint minor units: a JS number loses cents above 2^53 and invents them when divided.
import type { Rule } from 'eslint';
import type { Node } from 'estree';
import { isMoneyName } from './money-words.ts';

type Loose = Node & Record<string, unknown>;

const numberMakers = new Set(['Number', 'parseInt', 'parseFloat']);

/** The last name of `x`, `a.b.x`, `a['x']` or `(x as T)`; undefined for anything else. */
function nameOf(node: unknown): string | undefined {
  const { type, name, property, key, value, expression } = (node ?? {}) as Loose;
  if (type === ('Identifier' as string) || type === ('PrivateIdentifier' as string)) {
    return name as string;
  }
  if (type === 'MemberExpression') return nameOf(property);
  if (type === 'Literal') return typeof value === 'string' ? value : undefined;
  if ((type as string).startsWith('TS') && expression) return nameOf(expression);
  return key ? nameOf(key) : undefined;
}

/** `number`, `number[]`, `number | null` and the like. */
function isNumberType(node: unknown): boolean {
  const { type, typeAnnotation, types, elementType } = (node ?? {}) as Loose;
  switch (type as string) {
    case 'TSNumberKeyword':
      return true;
    case 'TSTypeAnnotation':
      return isNumberType(typeAnnotation);
    case 'TSUnionType':
      return (types as unknown[]).some(isNumberType);
    case 'TSArrayType':
      return isNumberType(elementType);
    default:
      return false;
  }
}

const isMoney = (node: unknown) => isMoneyName(nameOf(node) ?? '');

export const noNumberMoney: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      type: '{{name}} is money: type it bigint (minor units) or Money, not number.',
      conversion: 'Money must not pass through {{maker}}: use parseMoney, money or BigInt.',
      arithmetic: 'Money is not {{operator}} a number: use the functions of #kernel.',
    },
  },
  create(context) {
    const checkType = (node: Loose) => {
      const named = node.type === 'Identifier' ? node : node['key'];
      if (!isMoney(named) || !isNumberType(node['typeAnnotation'])) return;
      context.report({ node, messageId: 'type', data: { name: nameOf(named) ?? '' } });
    };
    return {
      Identifier: (node) => checkType(node as unknown as Loose),
      PropertyDefinition: (node) => checkType(node as unknown as Loose),
      TSPropertySignature: (node: Rule.Node) => checkType(node as unknown as Loose),
      CallExpression(node) {
        const maker = nameOf(node.callee) ?? '';
        if (!numberMakers.has(maker) || !node.arguments.some(isMoney)) return;
        context.report({ node, messageId: 'conversion', data: { maker } });
      },
      UnaryExpression(node) {
        if (node.operator !== '+' || !isMoney(node.argument)) return;
        context.report({ node, messageId: 'conversion', data: { maker: 'unary +' } });
      },
      BinaryExpression(node) {
        const { operator, left, right } = node;
        if (!['*', '/', '%'].includes(operator)) return;
        const isNumber = (side: unknown) => typeof (side as Loose)['value'] === 'number';
        if (!(isMoney(left) && isNumber(right)) && !(isMoney(right) && isNumber(left))) return;
        const data = { operator: operator === '*' ? 'multiplied by' : 'divided by' };
        context.report({ node, messageId: 'arithmetic', data });
      },
    };
  },
};
