// A real Chromium for browser tests.
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../../tools/chromium.ts';

export interface PageOptions {
  /** JavaScript, on unless switched off. */
  readonly js?: boolean;
  readonly lang?: 'en' | 'fr';
  /** Of the window, in CSS pixels: 375 is a phone. */
  readonly width?: number;
}

export interface TestBrowser {
  readonly browser: Browser;
  /** A page in a context of its own: no cookie is shared with another page. */
  readonly newPage: (options?: PageOptions) => Promise<Page>;
  readonly newContext: (options?: PageOptions) => Promise<BrowserContext>;
  readonly close: () => Promise<void>;
}

const locales = { en: 'en-GB', fr: 'fr-FR' } as const;
const heightPx = 900;
const desktopWidthPx = 1280;
const actionTimeoutMs = 30_000;

/** Passkeys need the host `localhost`, not 127.0.0.1: use it in every address. */
export async function openBrowser(): Promise<TestBrowser> {
  const { path, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--no-zygote', '--disable-dev-shm-usage'],
  });
  const newContext = async ({
    js = true,
    lang = 'en',
    width = desktopWidthPx,
  }: PageOptions = {}) => {
    const context = await browser.newContext({
      javaScriptEnabled: js,
      locale: locales[lang],
      viewport: { width, height: heightPx },
    });
    context.setDefaultTimeout(actionTimeoutMs);
    return context;
  };
  return {
    browser,
    newContext,
    newPage: async (options) => (await newContext(options)).newPage(),
    close: () => browser.close(),
  };
}

/** What axe finds against WCAG 2.2 AA, one line each; a good page gives []. JavaScript must be on. */
export async function axe(page: Page): Promise<string[]> {
  const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(standard).analyze();
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.map((node) => node.target.join(' ')).join(', ');
    return `${id}: ${help} at ${places}`;
  });
}
