import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { normalise } from './normalise.ts';
import { componentsDir, kebab, optionsOf, ports, renderMacro, type Option } from './upstream.ts';

// Random documented options; upstream's own template says what is right. A failure prints the seed
// and the shortest example: RANDOM_SEED and RANDOM_RUNS repeat or widen the search.
const SEED = Number(process.env.RANDOM_SEED ?? 20261124);
const RUNS = Number(process.env.RANDOM_RUNS ?? 40);

const HTML = ['<b>bold</b> tail', 'lead <em>x</em>', '<span class="z">s</span> t', '&amp; &lt;'];
const TEXT = ['plain', 'two words', '<i>not html</i>', `"q" & 's'`, ''];
const ATTRIBUTES = [
  { 'data-a': 'x "y" & <z>' },
  { 'data-n': '1', title: 'two words' },
  { id: 'stolen', class: 'stolen', 'aria-label': 'l' },
];
const CELLS = [
  [
    { text: 'c<d', format: 'numeric', classes: 'k' },
    { html: '<b>e</b>', colspan: 2 },
  ],
  [{ text: 'f' }],
];
const BLOCK_SLOT = /^(start|end|navigationStart|navigationEnd)$/;

class Chance {
  constructor(private seed: number) {}
  next(): number {
    this.seed = (this.seed * 1664525 + 1013904223) >>> 0;
    return this.seed / 2 ** 32;
  }
  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)] as T;
  }
}

function stringFor(chance: Chance, name: string): string {
  if (/html$/i.test(name) || BLOCK_SLOT.test(name)) return chance.pick(HTML);
  if (/href|url/i.test(name)) return chance.pick(['/x?a=1&b="2"', '#y', '']);
  if (/^(name|id|idPrefix|namePrefix|value)$/.test(name)) {
    return chance.pick(['day', 'month', 'a', 'b', '1', 'x']);
  }
  if (name === 'type') return chance.pick(['success', 'button', 'submit', 'x']);
  return chance.pick(TEXT);
}

function arrayFor(chance: Chance, option: Option, depth: number): unknown {
  const { params } = option;
  if (!params) return option.name === 'values' ? ['a', 'x'] : CELLS;
  const row = () => objectFor(chance, params, depth + 1);
  if (option.name === 'rows' && params.some((p) => p.name === 'colspan')) {
    return Array.from({ length: 3 }, () => [row(), row()]);
  }
  return Array.from({ length: Math.floor(chance.next() * 4) }, row);
}

function nestedFor(chance: Chance, option: Option, depth: number): unknown {
  if (/Text$/.test(option.name)) return { one: 'one "x"', other: '%{count} <y>' };
  if (option.name === 'values') return { day: '1', month: '2', 'x-day': 3 };
  if (option.params) return objectFor(chance, option.params, depth + 1);
  const slug = kebab(option.name.charAt(0).toUpperCase() + option.name.slice(1));
  if (!existsSync(`${componentsDir}/${slug}`)) return undefined;
  const own = optionsOf(slug).filter((p) => p.type !== 'nunjucks-block');
  return objectFor(chance, own, depth + 1);
}

function valueFor(chance: Chance, option: Option, depth: number): unknown {
  const { name, type } = option;
  if (/attributes$/i.test(name)) return chance.pick(ATTRIBUTES);
  if (name === 'headingLevel' || name === 'titleHeadingLevel') return chance.pick([2, 3, 4]);
  if (name === 'classes' && depth === 0 && chance.next() < 0.2) {
    return chance.pick(['govuk-panel--interruption', 'govuk-input--error', 'x govuk-tag--red']);
  }
  if (type === 'boolean') return chance.next() < 0.5;
  if (type === 'integer') return chance.pick([1, 2, 3]);
  if (type === 'string' || type === 'nunjucks-block') return stringFor(chance, name);
  if (type === 'array') return arrayFor(chance, option, depth);
  if (type === 'object') return nestedFor(chance, option, depth);
  throw new Error(`an option type this test does not know: ${type}`);
}

function objectFor(chance: Chance, options: Option[], depth: number): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const option of options) {
    const { name } = option;
    if (name === 'caller' || name === 'params' || option.type === 'nunjucks-block') continue;
    const always = name === 'name' || name === 'id';
    const odds = always ? 1 : option.required ? 0.92 : 0.35;
    if (chance.next() < odds) made[name] = valueFor(chance, option, depth);
  }
  return made;
}

const attempt = (work: () => string): string => {
  try {
    return work();
  } catch (error) {
    return `THROWN ${(error as Error).message}`;
  }
};

describe(`seed ${SEED}, ${RUNS} runs`, () => {
  test.each(ports.map((port) => [port.slug, port] as const))('%s', (slug, port) => {
    const chance = new Chance(SEED);
    const options = optionsOf(slug);
    const differ: string[] = [];
    let compared = 0;
    for (let i = 0; i < RUNS; i++) {
      const made = objectFor(chance, options, 0);
      const macro = `govuk${port.name}`;
      const want = attempt(() => normalise(renderMacro(`govuk/components/${slug}`, macro, made)));
      // Options that upstream's own template cannot render say nothing about ours.
      if (want.startsWith('THROWN')) continue;
      compared++;
      const got = attempt(() => normalise(renderToString(h(port.component, made))));
      if (got !== want) differ.push(`${JSON.stringify(made)}\nwant\n${want}\ngot\n${got}`);
    }
    differ.sort((a, b) => a.length - b.length);
    expect(differ.slice(0, 1)).toEqual([]);
    expect(compared).toBeGreaterThan(RUNS / 4);
  });
});
