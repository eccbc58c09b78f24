// What govuk-frontend ships beside its templates: fixtures, documented options and the templates.
import { existsSync, readFileSync } from 'node:fs';
import type { FunctionComponent } from 'preact';
import nunjucks from 'nunjucks';
import { govuk } from '#web';

const dist = 'node_modules/govuk-frontend/dist';
export const componentsDir = `${dist}/govuk/components`;
export const kebab = (name: string) => name.replace(/(?!^)[A-Z]/g, (c) => `-${c}`).toLowerCase();

export type Fixture = { name: string; options: object; html: string };
export type Option = {
  name: string;
  type: string;
  required?: boolean;
  isComponent?: boolean;
  params?: Option[];
};
export type Port = { name: string; slug: string; component: FunctionComponent };

/** Our components that upstream has a folder for. */
export const ports: Port[] = Object.entries(govuk).flatMap(([name, component]) => {
  const slug = kebab(name);
  const known = typeof component === 'function' && existsSync(`${componentsDir}/${slug}`);
  return known ? [{ name, slug, component: component as FunctionComponent }] : [];
});

export const fixturesOf = (slug: string): Fixture[] =>
  (
    JSON.parse(readFileSync(`${componentsDir}/${slug}/fixtures.json`, 'utf8')) as {
      fixtures: Fixture[];
    }
  ).fixtures;

export const optionsOf = (slug: string): Option[] =>
  JSON.parse(readFileSync(`${componentsDir}/${slug}/macro-options.json`, 'utf8')) as Option[];

const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([dist, 'node_modules/@ministryofjustice/frontend']),
  { autoescape: true, trimBlocks: true, lstripBlocks: true },
);

/** Upstream's own rendering of a component. */
export const renderMacro = (path: string, macro: string, params: object): string =>
  environment.renderString(`{% from "${path}/macro.njk" import ${macro} %}{{ ${macro}(params) }}`, {
    params,
  });
