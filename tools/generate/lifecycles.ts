// Every lifecycle as a diagram, a table of its edges, and what the outside sees.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Lifecycle } from '#kernel';
import { checkout } from '../checkout.ts';
import type { Generator } from '../generate.ts';

type AnyLifecycle = Lifecycle<string, string, string>;

function isLifecycle(value: unknown): value is AnyLifecycle {
  const candidate = value as Partial<AnyLifecycle> | null | undefined;
  return typeof candidate?.diagram === 'function' && Array.isArray(candidate.edges);
}

/** Domain folders hold pure functions and tables: loading them does nothing. */
function domainModules(): string[] {
  const libs = join(checkout, 'dist', 'libs');
  if (!existsSync(libs)) throw new Error('Nothing is built; run "npm run build" first.');
  return readdirSync(libs, { recursive: true, encoding: 'utf8' })
    .filter((path) => /[\\/]domain[\\/].*\.js$/.test(path))
    .map((path) => join(libs, path))
    .sort();
}

async function findLifecycles(): Promise<AnyLifecycle[]> {
  const found = new Map<string, AnyLifecycle>();
  for (const path of domainModules()) {
    const exports = (await import(path)) as Record<string, unknown>;
    for (const value of Object.values(exports)) {
      if (isLifecycle(value)) found.set(value.name, value);
    }
  }
  if (found.size === 0) throw new Error('No lifecycle was found.');
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

const words = (name: string) => name.replaceAll('_', ' ');

function section(lifecycle: AnyLifecycle): string {
  const edges = lifecycle.edges.map(({ event, from, to, by, guard }) => {
    const starts = from.map(words).join(', ');
    return `| ${starts} | ${words(event)} | ${words(to)} | ${by.join(', ')} | ${guard ?? ''} |`;
  });
  const statuses = lifecycle.states.map(
    (state) => `| ${words(state)} | ${words(lifecycle.publicStatusOf(state))} |`,
  );
  return [
    `## ${words(lifecycle.name)}`,
    ['```mermaid', lifecycle.diagram(), '```'].join('\n'),
    ['| from | event | to | by | guard |', '| --- | --- | --- | --- | --- |', ...edges].join('\n'),
    ['| state | seen outside as |', '| --- | --- |', ...statuses].join('\n'),
  ].join('\n\n');
}

export const lifecycles: Generator = {
  file: 'docs/lifecycles.md',
  generate: async () => {
    const sections = (await findLifecycles()).map(section);
    return `# Lifecycles\n\n${sections.join('\n\n')}\n`;
  },
};
