import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { axe, openBrowser, type TestBrowser } from './browser.ts';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

test('axe names what is wrong with a page, and where', async () => {
  const page = await browser.newPage({ width: 375 });
  await page.setContent('<html lang="en"><title>t</title><main><img id="flag" src="x"></main>');
  expect(await axe(page)).toEqual([expect.stringMatching(/^image-alt: .* at #flag$/)]);
  await page.setContent('<html lang="en"><title>t</title><main><h1>Text</h1></main>');
  expect(await axe(page)).toEqual([]);
});

test('language, width and JavaScript are as asked', async () => {
  const page = await browser.newPage({ lang: 'fr', width: 375, js: false });
  await page.setContent('<p id="x">off</p><script>document.all.x.textContent = "on"</script>');
  expect(await page.textContent('#x')).toBe('off');
  const wide = await browser.newPage({ lang: 'fr' });
  expect(await wide.evaluate('[navigator.language, innerWidth]')).toEqual(['fr-FR', 1280]);
});
