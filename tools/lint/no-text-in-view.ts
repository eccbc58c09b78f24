// Every word that a person reads comes from the texts in two languages, never from a view.
import type { Rule } from 'eslint';

interface Loose {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** Attributes and properties whose value is shown or read out. */
const shown = new Set([
  ...['title', 'text', 'label', 'alt', 'placeholder', 'hint', 'legend', 'caption', 'heading'],
  ...['html', 'summary', 'summaryText', 'titleText', 'labelText', 'visuallyHiddenText', 'message'],
  ...['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext'],
]);

/** Letters, and the signs before which French has a space and English has none. */
const hasWords = (text: unknown) => typeof text === 'string' && /[\p{L}:;?!]/u.test(text);

/** The literal words inside an expression, through conditions, `??`, `+` and templates. */
function literalsIn(node: unknown): Loose[] {
  const it = node as Loose | null | undefined;
  switch (it?.type) {
    case 'Literal':
      return hasWords(it['value']) ? [it] : [];
    case 'TemplateLiteral':
      return (it['quasis'] as Loose[]).filter((q) => hasWords((q['value'] as Loose)['raw']));
    case 'JSXExpressionContainer':
      return literalsIn(it['expression']);
    case 'ConditionalExpression':
      return [...literalsIn(it['consequent']), ...literalsIn(it['alternate'])];
    case 'LogicalExpression':
      return [...literalsIn(it['left']), ...literalsIn(it['right'])];
    case 'BinaryExpression':
      return it['operator'] === '+' ? [it['left'], it['right']].flatMap(literalsIn) : [];
    default:
      return [];
  }
}

function attributeName(name: Loose): string {
  return name.type === 'JSXNamespacedName' ? '' : (name['name'] as string);
}

function propertyName(key: Loose): string {
  return (key['name'] ?? key['value'] ?? '') as string;
}

export const noTextInView: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { text: 'A view has no words of its own: take this from the texts, by its key.' },
  },
  create(context) {
    const report = (node: Loose) =>
      context.report({ node: node as unknown as Rule.Node, messageId: 'text' });
    return {
      JSXText(node: Rule.Node) {
        const text = node as unknown as Loose;
        if (hasWords(text['value'])) report(text);
      },
      JSXAttribute(node: Rule.Node) {
        const { name, value } = node as unknown as { name: Loose; value: unknown };
        if (shown.has(attributeName(name))) literalsIn(value).forEach(report);
      },
      'JSXElement > JSXExpressionContainer, JSXFragment > JSXExpressionContainer'(node: Rule.Node) {
        literalsIn(node).forEach(report);
      },
      Property(node) {
        if (shown.has(propertyName(node.key as unknown as Loose))) {
          literalsIn(node.value).forEach(report);
        }
      },
    };
  },
};
