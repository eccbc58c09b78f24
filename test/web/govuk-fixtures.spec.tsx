import { describe, expect, test } from '@jest/globals';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { normalise } from './normalise.ts';
import { fixturesOf, ports } from './upstream.ts';

// Every example that upstream ships for the components we carry. The number is written down so
// that a component or a fixture cannot go missing unseen.
const all = ports.flatMap((port) => fixturesOf(port.slug).map((fixture) => ({ port, fixture })));

test('nothing is missing', () => {
  expect([ports.length, all.length]).toEqual([37, 694]);
});

describe.each(ports.map((port) => [port.slug, port] as const))('%s', (slug, port) => {
  test.each(fixturesOf(slug).map((f) => [f.name, f] as const))('%s', (_, fixture) => {
    const ours = renderToString(h(port.component, fixture.options));
    expect(normalise(ours)).toBe(normalise(fixture.html));
  });
});
