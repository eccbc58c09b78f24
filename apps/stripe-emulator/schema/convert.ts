/** Turns TypeScript types of the `stripe` package into JSON Schema (draft-07). */
import ts from 'typescript';

export type Schema = Record<string, unknown>;

/** One conversion: definitions are shared between roots and named after the SDK's own types. */
export class Converter {
  readonly definitions: Record<string, Schema> = {};
  readonly #names = new Map<ts.Type, string>();
  readonly #checker: ts.TypeChecker;
  readonly #emitted: ReadonlySet<string>;

  constructor(checker: ts.TypeChecker, emittedResources: ReadonlySet<string>) {
    this.#checker = checker;
    this.#emitted = emittedResources;
  }

  convert(type: ts.Type): Schema {
    return this.#simple(type) ?? this.#composed(type);
  }

  #simple(type: ts.Type): Schema | undefined {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return { not: {} };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (flags & ts.TypeFlags.BooleanLiteral) {
      return { const: this.#checker.typeToString(type) === 'true' };
    }
    if (flags & ts.TypeFlags.String) return { type: 'string' };
    if (flags & ts.TypeFlags.Number) return { type: 'number' };
    if (flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    return undefined;
  }

  #composed(type: ts.Type): Schema {
    // A class in the SDK's hands, a text on the wire.
    if (type.aliasSymbol?.name === 'Decimal') return { type: 'string' };
    if (type.isUnion()) return this.#union(type);
    if (type.isIntersection()) {
      if (isOpenString(type)) return { type: 'string' };
      return { allOf: type.types.map((part) => this.convert(part)) };
    }
    if (this.#checker.isArrayType(type)) {
      const [item] = this.#checker.getTypeArguments(type as ts.TypeReference);
      return { type: 'array', items: item ? this.convert(item) : {} };
    }
    return type.flags & ts.TypeFlags.Object ? this.#object(type) : {};
  }

  /** `'a' | 'b' | OtherString` keeps its known values; `| null` comes last. */
  #union(type: ts.UnionType): Schema {
    const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined));
    const literals = parts.filter((part) => part.isStringLiteral()).map((part) => part.value);
    const isOpen = parts.some(isOpenString);
    const booleans = parts.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral);
    const alternatives: Schema[] = [];
    if (literals.length && isOpen) {
      alternatives.push({ type: 'string', 'x-known-values': literals });
    } else if (literals.length) alternatives.push({ enum: literals });
    else if (isOpen) alternatives.push({ type: 'string' });
    if (booleans.length === 2) alternatives.push({ type: 'boolean' });
    for (const part of parts) {
      if (part.flags & ts.TypeFlags.Null || part.isStringLiteral() || isOpenString(part)) continue;
      if (booleans.length === 2 && booleans.includes(part)) continue;
      alternatives.push(this.convert(part));
    }
    if (parts.some((part) => part.flags & ts.TypeFlags.Null)) alternatives.push({ type: 'null' });
    const [only] = alternatives;
    return alternatives.length === 1 && only ? only : { anyOf: alternatives };
  }

  #object(type: ts.Type): Schema {
    const symbol = type.aliasSymbol && !type.aliasTypeArguments ? type.aliasSymbol : type.symbol;
    const resource = this.#resourceOf(type);
    if (resource && !this.#emitted.has(resource)) return { not: {}, 'x-resource': resource };
    const name = symbol && symbol.name !== '__type' ? qualifiedName(symbol) : undefined;
    if (!name) return this.#properties(type);
    return { $ref: `#/definitions/${encodeURIComponent(this.#define(type, name))}` };
  }

  #define(type: ts.Type, name: string): string {
    const known = this.#names.get(type);
    if (known) return known;
    const args = (type as ts.TypeReference).target
      ? this.#checker.getTypeArguments(type as ts.TypeReference)
      : [];
    const shown = args.map((arg) => this.#checker.typeToString(arg)).join(',');
    const base = args.length ? `${name}[${shown}]` : name;
    let unique = base;
    for (let n = 2; unique in this.definitions; n += 1) unique = `${base}-${n}`;
    this.#names.set(type, unique);
    this.definitions[unique] = {};
    this.definitions[unique] = this.#properties(type);
    return unique;
  }

  #properties(type: ts.Type): Schema {
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const property of this.#checker.getPropertiesOfType(type)) {
      const declaration = property.valueDeclaration ?? property.declarations?.[0];
      if (!declaration || ts.isMethodDeclaration(declaration)) continue;
      if (ts.isMethodSignature(declaration)) continue;
      properties[property.name] = this.convert(
        this.#checker.getTypeOfSymbolAtLocation(property, declaration),
      );
      if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
    }
    const index = this.#checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const rest = index ? this.convert(index.type) : false;
    const schema: Schema = { type: 'object', properties, additionalProperties: rest };
    return required.length ? { ...schema, required } : schema;
  }

  /** The literal of an `object: 'refund'` property: that is what makes a type a resource. */
  #resourceOf(type: ts.Type): string | undefined {
    const property = this.#checker.getPropertyOfType(type, 'object');
    const declaration = property?.valueDeclaration;
    if (!property || !declaration) return undefined;
    const value = this.#checker.getTypeOfSymbolAtLocation(property, declaration);
    return value.isStringLiteral() ? value.value : undefined;
  }
}

function isOpenString(type: ts.Type): boolean {
  return type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.String);
}

/** `Checkout/Sessions.Session.Status`: the file inside the package, then the declared names. */
function qualifiedName(symbol: ts.Symbol): string | undefined {
  const declaration = symbol.declarations?.[0];
  const file = declaration
    ?.getSourceFile()
    .fileName.match(/\/node_modules\/stripe\/(?:esm|cjs)\/(?:resources\/)?(.+)\.d\.ts$/)?.[1];
  if (!declaration || !file) return undefined;
  const names: string[] = [];
  for (let node: ts.Node = declaration; node && !ts.isSourceFile(node); node = node.parent) {
    const name = (node as ts.NamedDeclaration).name;
    if (name && ts.isIdentifier(name)) names.unshift(name.text);
  }
  return `${file.replaceAll('/', '.')}.${names.join('.')}`;
}
