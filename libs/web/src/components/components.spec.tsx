import { expect, test } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { money, Temporal } from '#kernel';
import { DataTable, Pager } from './data-table.tsx';
import { StatusPanel } from './status-panel.tsx';
import { TrackerSteps, type ShownStep } from './tracker-steps.tsx';
import { DateTime, MoneyFigure } from './values.tsx';

const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&ctdot;', '⋯')
    .replace(/\s+/g, ' ')
    .trim();

const steps: ShownStep[] = [
  { label: 'Cancelled', state: 'done', when: '13 November', expected: '1 January' },
  { label: 'Sent', state: 'current', expected: '30 November' },
  { label: 'At the bank', state: 'coming' },
];

test('the tracker says its states in words, not by colour, and marks where it is', () => {
  const html = renderToString(<TrackerSteps lang="en" label="Refund" steps={steps} />);
  expect(words(html)).toBe(
    'Cancelled Done 13 November Sent Now Expected by 30 November At the bank To come',
  );
  expect(html.match(/aria-current="step"/g)).toHaveLength(1);
  expect(html).toMatch(/^<ol [^>]*aria-label="Refund"/);
  expect(words(renderToString(<TrackerSteps lang="fr" label="x" steps={steps} />))).toContain(
    'Prévu au plus tard le 30 November',
  );
});

test('the status says who must act', () => {
  const panel = (who: 'you' | 'nobody' | { name: string }) =>
    words(renderToString(<StatusPanel lang="fr" status="Payée." who={who} />));
  expect(panel('you')).toBe('Payée. Qui doit agir Vous');
  expect(panel('nobody')).toContain('Personne');
  expect(panel({ name: 'Le consulat' })).toContain('Le consulat');
});

test('money and moments carry their exact value besides their words', () => {
  const cfa = renderToString(<MoneyFigure money={money(6_000_000n, 'XOF')} lang="fr" />);
  expect(cfa).toContain('value="6000000 XOF"');
  const at = Temporal.Instant.from('2026-11-24T10:00:00Z');
  const html = renderToString(<DateTime at={at} zone="Africa/Bamako" lang="en" only="day" />);
  expect(html).toBe('<time datetime="2026-11-24T10:00:00Z">24 November 2026</time>');
});

test('each cell of a table carries its column’s name, for phones', () => {
  const html = renderToString(
    <DataTable
      lang="fr"
      caption="Dossiers"
      rows={[{ n: 2 }]}
      columns={[{ label: 'Jours', cell: (r) => r.n, numeric: true, sortBy: (r) => r.n }]}
    />,
  );
  expect(html).toContain('data-label="Jours" data-sort-value="2"');
  expect(html).toContain('aria-sort="none"');
  expect(html).toContain('data-ascending-text="croissant"');
});

test('what is said instead of an empty table stands under its caption, where that is seen', () => {
  const empty = (captionHidden: boolean) =>
    renderToString(
      <DataTable
        {...{ lang: 'en', caption: 'Payments', captionHidden, rows: [], columns: [] }}
        empty={<p>Nothing yet</p>}
      />,
    );
  expect(empty(false)).toBe('<h2 class="govuk-heading-m">Payments</h2><p>Nothing yet</p>');
  expect(empty(true)).toBe('<p>Nothing yet</p>');
});

test.each([
  [1, 1, ''],
  [1, 3, '1 2 3 Next'],
  [5, 9, 'Previous 1 ⋯ 3 4 5 6 7 ⋯ 9 Next'],
  [9, 9, 'Previous 1 ⋯ 7 8 9'],
])('page %i of %i', (page, pages, shown) => {
  const html = renderToString(<Pager lang="en" {...{ page, pages }} href={(n) => `?p=${n}`} />);
  expect(words(html.replace(/<span class="govuk-visually-hidden">[^<]*<\/span>/g, ''))).toBe(shown);
});
