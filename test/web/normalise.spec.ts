import { readdirSync, existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import {
  defaultTreeAdapter as t,
  parseFragment,
  serialize,
  type DefaultTreeAdapterTypes as T,
} from 'parse5';
import { normalise } from './normalise.ts';
import { componentsDir, fixturesOf } from './upstream.ts';

// The comparison must notice: a change to any one node of a fixture has to change the normal form.
const KINDS = ['dropAttribute', 'changeAttribute', 'addAttribute', 'drop', 'text', 'tag'] as const;
type Kind = (typeof KINDS)[number];
const MUTANTS = 6_000;

const nodesOf = (root: T.ParentNode): T.ChildNode[] =>
  root.childNodes.flatMap((n) => [n, ...('childNodes' in n ? nodesOf(n as T.ParentNode) : [])]);

function mutateText(node: T.TextNode, kind: Kind): boolean {
  if (!node.value.trim()) return false;
  if (kind === 'text') node.value = node.value.replace(/\S/, 'Z~');
  else if (kind === 'drop') t.detachNode(node);
  else return false;
  return true;
}

function mutateElement(node: T.Element, kind: Kind): boolean {
  const [first, ...rest] = node.attrs;
  if (kind === 'drop') t.detachNode(node);
  else if (kind === 'addAttribute') node.attrs = [...node.attrs, { name: 'data-zz', value: '' }];
  else if (kind === 'dropAttribute' && first) node.attrs = rest;
  else if (kind === 'changeAttribute' && first)
    node.attrs = [{ ...first, value: `${first.value}z` }, ...rest];
  else if (kind === 'tag' && node.tagName === 'div') {
    node.tagName = 'section';
    node.nodeName = 'section';
  } else return false;
  return true;
}

test('no single change to a fixture goes unseen', () => {
  const fixtures = readdirSync(componentsDir)
    .filter((slug) => existsSync(`${componentsDir}/${slug}/fixtures.json`))
    .flatMap((slug) => fixturesOf(slug));
  const sites = fixtures.flatMap((fixture) =>
    nodesOf(parseFragment(fixture.html)).flatMap((_, index) =>
      KINDS.map((kind) => ({ fixture, index, kind })),
    ),
  );
  // Every k-th of about 60,000 places, spread over all fixtures, keeps this to a few seconds.
  const step = Math.max(1, Math.floor(sites.length / MUTANTS));
  const survived: string[] = [];
  let mutants = 0;
  for (let i = 0; i < sites.length; i += step) {
    const { fixture, index, kind } = sites[i] as (typeof sites)[number];
    const document = parseFragment(fixture.html);
    const node = nodesOf(document)[index] as T.ChildNode;
    const changed = t.isTextNode(node)
      ? mutateText(node, kind)
      : t.isElementNode(node) && mutateElement(node, kind);
    if (!changed) continue;
    mutants++;
    if (normalise(serialize(document)) === normalise(fixture.html)) {
      survived.push(`${fixture.name}/${kind}/${index}`);
    }
  }
  expect(survived).toEqual([]);
  expect(mutants).toBeGreaterThan(1_000);
});
