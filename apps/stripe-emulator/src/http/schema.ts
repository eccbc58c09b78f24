/** The JSON Schema made from the SDK's types: what requests may say and which fields expand. */
import { Ajv, type Options, type ValidateFunction } from 'ajv';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Node {
  type?: string;
  $ref?: string;
  anyOf?: Node[];
  enum?: unknown[];
  properties?: Record<string, Node>;
  items?: Node;
  const?: unknown;
  'x-resource'?: string;
  'x-known-values'?: string[];
}

export interface StripeSchema {
  'x-api-version': string;
  requests: Record<string, Node>;
  resources: Record<string, Node>;
  events: Record<string, Node>;
  definitions: Record<string, Node>;
}

let loaded: StripeSchema | undefined;

/** Reads dist/stripe-schema.json, which the build makes; run from source, makes one if need be. */
export function stripeSchema(): StripeSchema {
  if (loaded) return loaded;
  const root = projectRoot();
  const built = path.join(root, 'dist/stripe-schema.json');
  const isSource = import.meta.filename.endsWith('.ts');
  // A build may be replacing dist while tests run from source: they keep a file of their own.
  const file = isSource ? path.join(root, '.data/stripe-schema.json') : built;
  if (isSource) {
    const generator = path.join(import.meta.dirname, '../../schema/index.ts');
    execFileSync(process.execPath, [generator, file, '--if-stale', built], { stdio: 'inherit' });
  }
  if (!existsSync(file)) throw new Error(`${file} is missing; run "npm run build".`);
  return (loaded = JSON.parse(readFileSync(file, 'utf8')) as StripeSchema);
}

/** Validators that share their compiled parts. Open enumerations take the pinned version's values. */
export function newValidators(
  options: Options,
  definitions = stripeSchema().definitions,
): (node: Node | undefined) => ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true, ...options });
  ajv.addKeyword({
    keyword: 'x-known-values',
    type: 'string',
    validate: (known: string[], value: string) => known.includes(value),
  });
  ajv.addSchema({ $id: 'stripe', definitions });
  return (node) => {
    if (!node?.$ref) throw new Error('The generated schema has no such entry.');
    const id = `stripe${node.$ref}`;
    return ajv.getSchema(id) ?? ajv.compile({ $ref: id });
  };
}

/** Follows a reference to its definition. */
function resolve(node: Node | undefined): Node | undefined {
  const name = node?.$ref?.split('/').pop();
  return name ? stripeSchema().definitions[decodeURIComponent(name)] : node;
}

/**
 * Whether a field of a resource may be expanded: by its type it holds an id or the object itself,
 * or it is a list that is left out unless asked for.
 */
export function isExpandable(resource: string, field: string): boolean {
  const property = resolve(stripeSchema().resources[resource])?.properties?.[field];
  if (!property) return false;
  const alternatives = property.anyOf ?? [property];
  const isList = alternatives.some(
    (node) => resolve(node)?.properties?.['object']?.const === 'list',
  );
  const hasId = alternatives.some((node) => node.type === 'string');
  return isList || (hasId && alternatives.some(isResource));
}

function isResource(node: Node): boolean {
  return Boolean(node['x-resource'] ?? resolve(node)?.properties?.['object']?.const);
}

function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}
