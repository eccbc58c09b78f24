import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { buildAssets } from '../../libs/web/build-assets.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { fixturesOf, ports } from './upstream.ts';

// White space between elements that a style sheet makes inline-block moves boxes, and no comparison
// of markup sees it: so a browser lays out upstream's HTML and ours and compares every box.
type Pair = { name: string; theirs: string; ours: string };
const pairs: Pair[] = ports.flatMap(({ slug, component }) =>
  fixturesOf(slug).map((f) => ({
    name: `${slug} / ${f.name}`,
    theirs: f.html,
    ours: renderToString(h(component, f.options)),
  })),
);

let browser: TestBrowser;
let assets: string;
let css: string;
beforeAll(async () => {
  assets = mkdtempSync(join(tmpdir(), 'layout-'));
  const manifest = await buildAssets(assets);
  css = readFileSync(join(assets, manifest['portal.css'] ?? ''), 'utf8');
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  if (existsSync(assets)) rmSync(assets, { recursive: true });
});

/** Runs in the page: the first box that differs, for each pair that has one. */
const COMPARE = `(pairs) => {
  const root = document.getElementById('root');
  const boxesOf = (html) => {
    root.innerHTML = html;
    return [...root.querySelectorAll('*')].map((e) => {
      const { x, y, width, height } = e.getBoundingClientRect();
      return e.tagName + ' ' + [x, y, width, height].map((n) => n.toFixed(2)).join(' ');
    });
  };
  return pairs.flatMap(({ name, theirs, ours }) => {
    const [want, got] = [boxesOf(theirs), boxesOf(ours)];
    const at = want.findIndex((box, i) => box !== got[i]);
    const same = at < 0 && want.length === got.length;
    return same ? [] : [name + ': ' + want[at] + ' | ' + got[at]];
  });
}`;

async function differing(page: Page, list: Pair[]): Promise<string[]> {
  await page.setContent(
    `<!doctype html><html class="govuk-template"><style>${css}</style>` +
      '<body class="govuk-template__body js-enabled govuk-frontend-supported">' +
      '<main id="root" class="govuk-width-container"></main>',
  );
  return page.evaluate(`(${COMPARE})(${JSON.stringify(list)})`);
}

test.each([1100, 390])(
  'every fixture has upstream’s boxes at %i px',
  async (width) => {
    const page = await browser.newPage({ width });
    expect(await differing(page, pairs)).toEqual([]);
    await page.close();
  },
  60_000,
);

test('the comparison sees one space too many', async () => {
  const page = await browser.newPage({ width: 1100 });
  const box = '<i style="display:inline-block;width:9px;height:9px"></i>';
  const found = await differing(page, [{ name: 'x', theirs: box + box, ours: `${box} ${box}` }]);
  expect(found).toHaveLength(1);
  await page.close();
}, 60_000);
