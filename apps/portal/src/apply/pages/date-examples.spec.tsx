import { expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import { Temporal } from '#kernel';
import { fieldErrors, type Lang, type ShellView } from '#web';
import {
  specFacts,
  specPassport,
  specPersonal,
  specTravel,
} from '../../../../../test/support/portal-form.ts';
import { parts } from '../../text/index.ts';
import { texts, type PortalView } from '../../text/index.ts';
import type { ApplyFacts, ApplyPage } from '../apply-page.ts';
import { pagesOf } from '../form.ts';

const DAYS = ['2026-11-24', '2028-02-29', '2027-12-31', '2031-01-31', '2040-06-15'];
/** Right but for its date, which is taken from the example. */
const ANSWERS: Record<string, Record<string, string>> = {
  passport: { ...specPassport, mrz: '' },
  'personal-details': specPersonal,
  'travel-plan': specTravel,
};

const viewIn = (lang: Lang): PortalView =>
  ({ t: texts.textFor(lang), lang }) as Partial<ShellView> as PortalView;

function exampleOn(page: ApplyPage, lang: Lang): string[] {
  const view = viewIn(lang);
  const html = render(page.body(view, {}, fieldErrors(view, [])));
  return [...html.matchAll(/(?:For example|Par exemple), (\d+ \d+ \d+)</g)].map(([, day]) => day!);
}

function typed(page: ApplyPage, example: string) {
  const parts = example.split(' ');
  const boxes = page.fields.filter((name) => /-(day|month|year)$/.test(name));
  return { ...ANSWERS[page.id], ...Object.fromEntries(boxes.map((b, i) => [b, parts[i]])) };
}

const withDate = (facts: ApplyFacts) => pagesOf(facts).filter((page) => page.id in ANSWERS);

test.each(DAYS)('on %s the example beside each date is an answer that its page takes', (day) => {
  const facts = specFacts({ today: Temporal.PlainDate.from(day) });
  for (const page of withDate(facts)) {
    const [example, ...more] = exampleOn(page, 'en');
    expect([page.id, more, exampleOn(page, 'fr')]).toEqual([page.id, [], [example]]);
    expect([page.id, page.errors(typed(page, example!), facts)]).toEqual([page.id, []]);
  }
});

test('an example shows which box is the day', () => {
  const facts = specFacts({ today: Temporal.PlainDate.from('2028-02-29') });
  expect(withDate(facts).map((page) => exampleOn(page, 'en')[0])).toEqual([
    '27 2 2033',
    '27 2 1992',
    '27 6 2028',
  ]);
});

test('no word of a page holds a day that stays as years go by', () => {
  const shown = JSON.stringify(parts);
  expect(shown).toContain(parts.apply.en.travel.arrivesOn);
  expect(shown).not.toMatch(/\b\d{1,2} \d{1,2} (19|20)\d\d\b/);
});
