/**
 * JSON Schema of the requests, resources and events that the Stripe emulator speaks, generated from
 * the types of the installed `stripe` package. An SDK bump therefore shows its drift in our tests.
 *
 *   node tools/stripe-schema/index.ts dist/stripe-schema.json [--if-stale]
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Schema } from './convert.ts';

/** Writes the schema to `outFile`, atomically. About three seconds. */
export async function buildStripeSchema(outFile: string): Promise<void> {
  const root = projectRoot();
  const schema = await generate(root);
  mkdirSync(path.dirname(outFile), { recursive: true });
  const partial = `${outFile}.${process.pid}.partial`;
  writeFileSync(partial, JSON.stringify(schema));
  renameSync(partial, outFile);
}

/** True when the file is missing, or was made from another SDK version or another generator. */
export function isStale(outFile: string): boolean {
  if (!existsSync(outFile)) return true;
  const head = readFileSync(outFile, 'utf8').slice(0, 400);
  return !head.includes(`"x-fingerprint":"${fingerprint(projectRoot())}"`);
}

async function generate(root: string): Promise<Schema> {
  // The compiler is heavy: it is loaded only when there is something to generate.
  const { default: ts } = await import('typescript');
  const { Converter } = await import('./convert.ts');
  const { EVENTS, INNER_RESOURCES, REQUESTS, RESOURCES } = await import('./roots.ts');

  const entry = path.join(root, 'stripe-schema-entry.ts');
  const wanted = Object.entries({ ...REQUESTS, ...RESOURCES, event: 'Stripe.Event' });
  const text = [
    "import type Stripe from 'stripe';",
    ...wanted.map(([, type], n) => `export type R${n} = ${type};`),
  ].join('\n');
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    strict: true,
    skipLibCheck: true,
    types: ['node'],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === entry || fileExists.call(host, file);
  host.getSourceFile = (file, ...rest) =>
    file === entry
      ? ts.createSourceFile(
          file,
          text,
          { languageVersion: ts.ScriptTarget.ES2022, impliedNodeFormat: ts.ModuleKind.ESNext },
          true,
        )
      : getSourceFile.call(host, file, ...rest);
  const program = ts.createProgram([entry], options, host);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error('The types of the stripe package could not be read.');

  const converter = new Converter(
    checker,
    new Set([...Object.keys(RESOURCES), ...INNER_RESOURCES, 'event']),
  );
  const requests: Record<string, Schema> = {};
  const resources: Record<string, Schema> = {};
  const events: Record<string, Schema> = {};
  const exported = new Map(checker.getExportsOfModule(module).map((s) => [s.name, s]));
  wanted.forEach(([name], n) => {
    const symbol = exported.get(`R${n}`);
    const type = symbol && checker.getDeclaredTypeOfSymbol(symbol);
    if (!type || type.flags & ts.TypeFlags.Any)
      throw new Error(`No type ${wanted[n]?.[1]} in stripe`);
    if (name !== 'event') {
      (name in REQUESTS ? requests : resources)[name] = converter.convert(type);
      return;
    }
    for (const member of type.isUnion() ? type.types : []) {
      const property = checker.getPropertyOfType(member, 'type');
      const value = property && checker.getTypeOfSymbol(property);
      const eventType = value?.isStringLiteral() ? value.value : '';
      if (EVENTS.includes(eventType)) events[eventType] = converter.convert(member);
    }
  });
  const missing = EVENTS.filter((type) => !events[type]);
  if (missing.length)
    throw new Error(`Events unknown to the stripe package: ${missing.join(', ')}`);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    'x-fingerprint': fingerprint(root),
    'x-api-version': apiVersion(root),
    requests,
    resources,
    events,
    definitions: converter.definitions,
  };
}

function fingerprint(root: string): string {
  const hash = createHash('sha256').update(stripeFile(root, 'package.json'));
  const here = path.join(root, 'tools/stripe-schema');
  for (const name of readdirSync(here).sort()) hash.update(readFileSync(path.join(here, name)));
  return hash.digest('hex').slice(0, 32);
}

function apiVersion(root: string): string {
  const found = stripeFile(root, 'esm/apiVersion.js').match(/'(\d{4}-[^']+)'/)?.[1];
  if (!found) throw new Error('The stripe package does not name its API version any more.');
  return found;
}

function stripeFile(root: string, name: string): string {
  return readFileSync(path.join(root, 'node_modules/stripe', name), 'utf8');
}

function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [outFile, flag] = process.argv.slice(2);
  if (!outFile) {
    console.error('Usage: node tools/stripe-schema/index.ts <file> [--if-stale]');
    process.exit(2);
  }
  if (flag !== '--if-stale' || isStale(outFile)) await buildStripeSchema(path.resolve(outFile));
}
