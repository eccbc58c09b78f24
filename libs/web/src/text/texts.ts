import { frenchSpaces } from '#kernel';
import { compileTexts, type Compiled } from './compile.ts';
import type { SameKeys } from './same-keys.ts';
import * as shellPart from './shell.text.ts';

export const LANGUAGES = ['en', 'fr'] as const;
export type Lang = (typeof LANGUAGES)[number];
export const isLang = (value: unknown): value is Lang => value === 'en' || value === 'fr';

export type Param = string | number;
export type TextTree = { readonly [key: string]: string | TextTree };

type PluralBase<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;
type Names<S extends string> = S extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

type Leaves<R, Prefix extends string = ''> = {
  [K in keyof R & string]: R[K] extends string
    ? [key: `${Prefix}${PluralBase<K>}`, wants: Names<R[K]>]
    : Leaves<R[K], `${Prefix}${K}.`>;
}[keyof R & string];

/** Every key as one dotted name, with the names of the values its text wants. */
type Flat<R> = {
  [L in Leaves<R> as L extends [infer K extends string, unknown] ? K : never]: L extends [
    unknown,
    infer Wants,
  ]
    ? Wants
    : never;
};

type Args<Wanted extends string> = [Wanted] extends [never]
  ? []
  : [params: { readonly [N in Wanted]: N extends 'count' ? number : Param }];

/** Translates keys that are known only when running: errors, states from data. */
export interface AnyText {
  /** Throws for a key that no language has. */
  dynamic(key: string, params?: Readonly<Record<string, Param>>): string;
  has(key: string): boolean;
}

/**
 * `t('case.submitted', { when })`: the key and the values it wants are checked by the compiler.
 * Give the English resources `as const` for that.
 */
export interface Text<R> extends AnyText {
  <K extends keyof Flat<R> & string>(key: K, ...args: Args<Flat<R>[K] & string>): string;
}

export interface Texts<R = TextTree> {
  textFor(lang: Lang): Text<R>;
}

/**
 * As French is printed: spaces that do not break, and millions counted with `_many`, where our
 * texts say the same as for any plural.
 */
function setInFrench(tree: TextTree): TextTree {
  const made: Record<string, string | TextTree> = {};
  for (const [key, value] of Object.entries(tree)) {
    made[key] = typeof value === 'string' ? frenchSpaces(value) : setInFrench(value);
    if (key.endsWith('_other')) made[key.replace(/_other$/, '_many')] = made[key];
  }
  return made;
}

function textOf<R>({ say, has }: Compiled): Text<R> {
  const dynamic = (key: string, params?: Readonly<Record<string, Param>>): string => {
    const said = say(key, params);
    if (said === undefined) throw new Error(`no text has the key "${key}"`);
    return said;
  };
  return Object.assign(dynamic, { dynamic, has });
}

/** The texts of one part of a site: a file `x.text.ts` beside its pages exports both. */
export interface Part<R = TextTree> {
  readonly en: R;
  readonly fr: SameKeys<R>;
}
/** The English of all parts, by which keys are checked. */
export type English<P extends Readonly<Record<string, Part>>> = {
  readonly [K in keyof P]: P[K]['en'];
};

/**
 * The texts of a site by its parts; each is checked against its other language by the compiler. The
 * shell's own are included under `web.`, so that its errors translate with the same `t`.
 */
export function createTexts<P extends Readonly<Record<string, Part>>>(parts: P): Texts<English<P>> {
  const all = Object.entries({ ...parts, web: shellPart });
  const treeIn = (lang: Lang): TextTree =>
    Object.fromEntries(all.map(([name, part]) => [name, part[lang] as TextTree]));
  // No value is escaped: preact does that, and a second time would show &amp; to people.
  const made = {
    en: textOf<English<P>>(compileTexts('en', treeIn('en'))),
    fr: textOf<English<P>>(compileTexts('fr', setInFrench(treeIn('fr')))),
  };
  return { textFor: (lang) => made[lang] };
}

const shell = createTexts({ web: shellPart });

/** The shell's own words; components use them by language, so page authors need not pass them. */
export const shellText = (lang: Lang) => shell.textFor(lang);
