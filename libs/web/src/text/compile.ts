/** What stands in a text for its reader: `{{when}}`. */
const PLACE = /{{(\w+)}}/;

type Values = Readonly<Record<string, string | number>>;
type Saying = (values: Values) => string;

interface Trees {
  readonly [key: string]: string | Trees;
}

function sayingOf(text: string): Saying {
  // Words and names of places take turns: split keeps what the parentheses caught.
  const parts = text.split(PLACE);
  if (parts.length === 1) return () => text;
  return (values) => {
    let said = parts[0]!;
    for (let i = 1; i < parts.length; i += 2) {
      said += `${values[parts[i]!] ?? ''}${parts[i + 1]!}`;
    }
    return said;
  };
}

function* sayings(tree: Trees, prefix = ''): Generator<[key: string, says: Saying]> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') yield [prefix + key, sayingOf(value)];
    else yield* sayings(value, `${prefix}${key}.`);
  }
}

export interface Compiled {
  /** Undefined when no text has the key. A `count` chooses among `key_one`, `key_other` and so on. */
  readonly say: (key: string, values?: Values) => string | undefined;
  readonly has: (key: string) => boolean;
}

const NONE: Values = {};

/** Every text of a language taken apart once, and found by its whole key from then on. */
export function compileTexts(lang: string, tree: Trees): Compiled {
  const all = new Map(sayings(tree));
  const plurals = new Intl.PluralRules(lang);
  const counted = (key: string, count: string | number | undefined) =>
    count === undefined
      ? undefined
      : (all.get(`${key}_${plurals.select(Number(count))}`) ?? all.get(`${key}_other`));
  return {
    say: (key, values = NONE) => (counted(key, values['count']) ?? all.get(key))?.(values),
    has: (key) => all.has(key) || all.has(`${key}_other`),
  };
}
