import { expect, test } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import type { ComponentChildren } from 'preact';
import { fillTemplate, template } from './template.ts';

const shown = (value: ComponentChildren) =>
  renderToString(template`<p title="${value}">${value}</p>`);

test('a value is escaped, within an attribute and between elements', () => {
  expect(shown('"><script>&')).toBe(
    '<p title="&quot;>&lt;script>&amp;">&quot;>&lt;script>&amp;</p>',
  );
});

test('what JSX shows as nothing is nothing here; zero is a value', () => {
  for (const nothing of [null, undefined, false, true, '']) {
    expect(shown(nothing)).toBe('<p title=""></p>');
  }
  expect(shown(0)).toBe('<p title="0">0</p>');
});

test('elements, components and lists of them are drawn, and their texts escaped once', () => {
  const Name = ({ of }: { of: string }) => <b>{of}</b>;
  const cell = [<Name of="A & B" />, ' & ', template`<i>${'<'}</i>`];
  const html = '<td><b>A &amp; B</b> &amp; <i>&lt;</i></td>';
  expect(renderToString(template`<td>${cell}</td>`)).toBe(html);
  expect(renderToString(<tr>{fillTemplate(['<td>', '</td>'], [cell])}</tr>)).toBe(
    `<tr>${html}</tr>`,
  );
  // The list is as it was: drawn again, it is the same.
  expect(renderToString(template`<td>${cell}</td>`)).toBe(html);
});
