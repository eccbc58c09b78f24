import { parseFragment, defaultTreeAdapter as t, type DefaultTreeAdapterTypes as T } from 'parse5';

// Elements around which white space is never rendered: blocks, plus elements that the styles make
// blocks or atoms.
const BOUNDARY = new Set(
  (
    'div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tr th td form fieldset ' +
    'legend section nav header footer main details summary hr br option select input textarea ' +
    'button label svg path g circle title'
  ).split(' '),
);

const attributesOf = (node: T.Element): string[] =>
  node.attrs
    .map(({ name, value }) => {
      const written = name === 'class' ? value.trim().split(/\s+/).join(' ') : value;
      return `${name}=${JSON.stringify(written)}`;
    })
    .sort();

/** Text of one inline run, white space collapsed as CSS would. */
class InlineRun {
  private text = '';
  private pending = false;
  private started = false;
  constructor(private readonly out: string[]) {}

  add(raw: string): void {
    const core = raw.replace(/[ \t\n\r\f]+/g, ' ').replace(/^ | $/g, '');
    if (/^[ \t\n\r\f]/.test(raw)) this.pending = true;
    if (!core) return;
    if (this.pending && this.started) this.text += ' ';
    this.text += core;
    this.started = true;
    this.pending = /[ \t\n\r\f]$/.test(raw);
  }
  flush(): void {
    if (this.text) this.out.push(JSON.stringify(this.text));
    this.text = '';
  }
  boundary(): void {
    this.flush();
    this.pending = false;
    this.started = false;
  }
}

/**
 * Canonical lines of a document: attributes sorted, class tokens single-spaced, white space
 * collapsed. A space between two inline things (text, a, span, strong) is KEPT: people and screen
 * readers notice it.
 */
export function normalise(html: string): string {
  const out: string[] = [];
  const run = new InlineRun(out);
  const walk = (node: T.ChildNode, depth: number): void => {
    if (t.isTextNode(node)) return run.add(node.value);
    if (t.isCommentNode(node)) return void out.push(`<!--${node.data}-->`);
    if (!t.isElementNode(node)) return;
    const block = BOUNDARY.has(node.tagName);
    const edge = () => (block ? run.boundary() : run.flush());
    edge();
    out.push(`${'  '.repeat(depth)}<${[node.tagName, ...attributesOf(node)].join(' ')}>`);
    if (node.tagName === 'textarea' || node.tagName === 'pre') {
      const kept = node.childNodes.map((c) => (t.isTextNode(c) ? c.value : '?')).join('');
      out.push(JSON.stringify(kept));
    } else {
      node.childNodes.forEach((child) => walk(child, depth + 1));
    }
    edge();
    out.push(`${'  '.repeat(depth)}</${node.tagName}>`);
  };
  parseFragment(html).childNodes.forEach((node) => walk(node, 0));
  run.flush();
  return out.join('\n');
}
