// Names as the first line of a passport writes them: A to Z and fillers (ICAO 9303, part 3, section 6.A
// and part 4, section 4.2.3). A name has many right spellings there, so it is never spelled out and
// compared: the line is read against all of them.

/** Characters that the line has for names. */
export const NAME_CHARS = 39;

/** Letters that a state may write in more ways than without their marks. The first is the usual. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  Ä: ['AE', 'A'],
  Å: ['AA', 'A'],
  Æ: ['AE'],
  Ð: ['D', 'DH'],
  Đ: ['D', 'DJ'],
  Ə: ['E', 'A'],
  Ħ: ['H'],
  ı: ['I'],
  Ĳ: ['IJ'],
  Ŀ: ['L'],
  Ł: ['L'],
  Ñ: ['N', 'NXX'],
  Ŋ: ['N', 'NG'],
  Ö: ['OE', 'O'],
  Ø: ['OE', 'O'],
  Œ: ['OE'],
  ẞ: ['SS'],
  Þ: ['TH'],
  Ŧ: ['T'],
  Ü: ['UE', 'UXX', 'U'],
};

/** A letter's spellings. */
type Letter = readonly string[];
/** What stands between two fillers. */
type Component = readonly Letter[];

const withoutMarks = (letter: string): string => letter.normalize('NFKD').replace(/[^A-Z]/g, '');

function letterOf(char: string): Letter {
  const known = SPELLINGS[char];
  if (known) return known;
  const plain = withoutMarks(char);
  return plain === '' ? [] : [plain];
}

/** ß has no capital of its own in `toUpperCase`, which makes it SS; so has every ligature. */
const capitals = (name: string): string => name.normalize('NFC').replace(/ı/g, 'I').toUpperCase();

/** Hyphens and spaces part a name; apostrophes and other signs vanish from it (4.2.3). */
const componentsOf = (name: string): Component[] =>
  capitals(name)
    .split(/[\s\p{Dash}.,;/<]+/u)
    .map((part) => [...part].map(letterOf).filter((letter) => letter.length > 0))
    .filter((component) => component.length > 0);

const shortest = (spellings: Letter) =>
  spellings.reduce((least, one) => (one.length < least.length ? one : least));

/**
 * For telling whether two names are one: capitals without marks, signs and spaces. A letter of another
 * script stays what it is: dropped, it would make two people one.
 */
export const plainLetters = (name: string): string =>
  [...capitals(name)]
    .map((char) => {
      const spellings = letterOf(char);
      if (spellings.length > 0) return shortest(spellings);
      return /[\p{Lo}\p{Lu}\p{Ll}]/u.test(char) ? char : '';
    })
    .join('');

/** Whether `read` writes these letters, or, where it may be cut, their beginning. */
function writes(letters: readonly Letter[], read: string, mayBeCut: boolean): boolean {
  let ends = new Set([0]);
  for (const spellings of letters) {
    if (mayBeCut && ends.has(read.length)) return true;
    const next = new Set<number>();
    for (const at of ends) {
      for (const spelling of spellings) {
        if (read.startsWith(spelling, at)) next.add(at + spelling.length);
        else if (mayBeCut && spelling.startsWith(read.slice(at))) return true;
      }
    }
    ends = next;
  }
  return ends.has(read.length);
}

const joined = (parts: readonly string[]) => parts.join('');

/** Each part of the line begins a part of the name, in their order; others were left out. */
function shortens(name: readonly Component[], read: readonly string[]): boolean {
  let at = 0;
  return read.every((part) => {
    while (at < name.length && !writes(name[at]!, part, true)) at++;
    return at++ < name.length;
  });
}

function isSame(name: readonly Component[], read: readonly string[], isFull: boolean): boolean {
  // Where a name is parted is a matter of taste: DE LA CRUZ, DELACRUZ.
  if (writes(name.flat(), joined(read), false)) return true;
  return (
    isFull && read.length > 0 && (shortens(name, read) || writes(name.flat(), joined(read), true))
  );
}

export interface TypedNames {
  readonly familyName: string;
  readonly givenNames: string;
}
export type NameField = keyof TypedNames;

/** The names in the line, as they stand: components parted by spaces, nothing guessed. */
export function namesOf(nameField: string): TypedNames {
  const [primary = '', ...rest] = nameField.split('<<');
  const spaced = (text: string) => text.split('<').filter(Boolean).join(' ');
  return { familyName: spaced(primary), givenNames: spaced(rest.join('<')) };
}

/** A letter in the last place says that the names may have been shortened to fit. */
const mayBeShortened = (nameField: string) => /^[A-Z<]{38}[A-Z]$/.test(nameField);

/**
 * Where the line says another name than was typed. Somebody with one name may find it in either part,
 * and a state that does not tell family from given names writes all of them in one.
 */
export function differingNames(typed: TypedNames, nameField: string): NameField[] {
  const isFull = mayBeShortened(nameField);
  const lines = namesOf(nameField);
  const family = componentsOf(typed.familyName);
  const given = componentsOf(typed.givenNames);
  const readFamily = lines.familyName.split(' ').filter(Boolean);
  const readGiven = lines.givenNames.split(' ').filter(Boolean);
  if (readFamily.length === 0 || readGiven.length === 0) {
    const read = [...readFamily, ...readGiven];
    const orders = [
      [...family, ...given],
      [...given, ...family],
    ];
    if (orders.some((all) => isSame(all, read, isFull))) return [];
  }
  const same: Record<NameField, boolean> = {
    familyName: isSame(family, readFamily, isFull),
    givenNames: isSame(given, readGiven, isFull),
  };
  return (Object.keys(same) as NameField[]).filter((field) => !same[field]);
}
