/**
 * JSON Schema of the requests, resources and events that the Stripe emulator speaks, generated from
 * the types of the installed `stripe` package. An SDK bump therefore shows its drift in our tests.
 *
 *   node apps/stripe-emulator/schema/index.ts <file> [--if-stale [<other file to copy when fresh>]]
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type Compiler from 'typescript';

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
  const { checker, typeOf } = programOf(ts, root, {
    ...REQUESTS,
    ...RESOURCES,
    event: 'Stripe.Event',
  });
  const emitted = new Set([...Object.keys(RESOURCES), ...INNER_RESOURCES, 'event']);
  const converter = new Converter(checker, emitted);

  const convertAll = (roots: Record<string, string>) =>
    Object.fromEntries(Object.keys(roots).map((name) => [name, converter.convert(typeOf(name))]));
  const requests = convertAll(REQUESTS);
  const resources = convertAll(RESOURCES);
  const events: Record<string, Schema> = {};
  const union = typeOf('event');
  for (const member of union.isUnion() ? union.types : []) {
    const property = checker.getPropertyOfType(member, 'type');
    const type = property && checker.getTypeOfSymbol(property);
    const name = type?.isStringLiteral() ? type.value : '';
    if (EVENTS.includes(name)) events[name] = converter.convert(member);
  }
  const missing = EVENTS.filter((type) => !events[type]);
  if (missing.length)
    throw new Error(`Events unknown to the stripe package: ${missing.join(', ')}`);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    'x-fingerprint': fingerprint(root),
    'x-api-version': apiVersion(root),
    ...{ requests, resources, events, definitions: converter.definitions },
  };
}

/** A program of one file, kept in memory, that names every type we want. */
function programOf(ts: typeof Compiler, root: string, wanted: Record<string, string>) {
  const entry = path.join(root, 'stripe-schema-entry.ts');
  const names = Object.keys(wanted);
  const lines = names.map((name, n) => `export type R${n} = ${wanted[name]};`);
  const text = ["import type Stripe from 'stripe';", ...lines].join('\n');
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    strict: true,
    skipLibCheck: true,
    types: ['node'],
  };
  const version = { languageVersion: options.target, impliedNodeFormat: ts.ModuleKind.ESNext };
  const host = ts.createCompilerHost(options);
  const onDisk = { ...host };
  host.fileExists = (file) => file === entry || onDisk.fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === entry
      ? ts.createSourceFile(file, text, version as Compiler.CreateSourceFileOptions, true)
      : onDisk.getSourceFile(file, ...rest);
  const program = ts.createProgram([entry], options, host);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  const exported = module ? checker.getExportsOfModule(module) : [];
  const typeOf = (name: string): Compiler.Type => {
    const symbol = exported.find((one) => one.name === `R${names.indexOf(name)}`);
    const type = symbol && checker.getDeclaredTypeOfSymbol(symbol);
    if (type && !(type.flags & ts.TypeFlags.Any)) return type;
    throw new Error(`The stripe package has no type ${wanted[name]}.`);
  };
  return { checker, typeOf };
}

function fingerprint(root: string): string {
  const hash = createHash('sha256').update(stripeFile(root, 'package.json'));
  const here = import.meta.dirname;
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

/** Makes the file if it is missing or stale; from that other one if it is as good as new. */
async function refresh(outFile: string, other: string | undefined): Promise<void> {
  if (!isStale(outFile)) return;
  if (!other || isStale(other)) return buildStripeSchema(outFile);
  mkdirSync(path.dirname(outFile), { recursive: true });
  copyFileSync(other, `${outFile}.${process.pid}.partial`);
  renameSync(`${outFile}.${process.pid}.partial`, outFile);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [outFile, flag, other] = process.argv.slice(2);
  if (!outFile) {
    console.error(
      'Usage: node apps/stripe-emulator/schema/index.ts <file> [--if-stale [<other file>]]',
    );
    process.exit(2);
  }
  if (flag === '--if-stale') await refresh(path.resolve(outFile), other);
  else await buildStripeSchema(path.resolve(outFile));
}
