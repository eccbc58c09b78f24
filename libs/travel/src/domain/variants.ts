/** Why a document or a person may be the one that a record means. */
export type Likeness =
  /** One letter or figure is another one that looks like it: O and 0. */
  | 'confused'
  /** Two neighbours have changed places. */
  | 'transposed'
  /** One letter or figure is another one. */
  | 'one_character'
  /** The same person, by name and birth, with a document of another number. */
  | 'same_person'
  /** Family name and given names have changed places. */
  | 'names_swapped'
  /** AE for Ä, and the like. */
  | 'names_spelled'
  /** Day and month of the birth have changed places. */
  | 'birth_swapped';

export interface Variant<T> {
  readonly value: T;
  readonly why: readonly Likeness[];
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const FIGURES = '0123456789';

/** What a reader, or who types it off, takes for one another. */
const LOOKS_LIKE: readonly string[] = ['O0QD', 'I1L', 'Z2', 'S5', 'B8', 'G6', 'T7', 'VUY', 'MN'];
const NUMBER_LENGTH_MAX = 20;

/** No number is compared in the clear: so many tokens at most are looked up for one. */
export const VARIANTS_MAX = 20 * 35 + 19 + 40;

const isConfused = (a: string, b: string) =>
  LOOKS_LIKE.some((alike) => alike.includes(a) && alike.includes(b));

/**
 * The numbers that one slip away are this one: each character another, neighbours changed, and every
 * O for 0 or the reverse. The relation goes both ways. The number is as the machine-readable zone has
 * it: A to Z and figures.
 */
export function numberVariants(number: string): Variant<string>[] {
  if (number.length > NUMBER_LENGTH_MAX) return [];
  const found = new Map<string, Likeness>();
  const add = (value: string, why: Likeness) => {
    if (value !== number && !found.has(value)) found.set(value, why);
  };
  add(number.replaceAll('O', '0'), 'confused');
  add(number.replaceAll('0', 'O'), 'confused');
  for (let at = 0; at < number.length; at++) {
    const [before, after] = [number.slice(0, at), number.slice(at + 1)];
    for (const char of LETTERS + FIGURES) {
      add(before + char + after, isConfused(number[at]!, char) ? 'confused' : 'one_character');
    }
  }
  // After single slips, so that what is both counts as the likelier.
  for (let at = 0; at + 1 < number.length; at++) {
    const swapped = number[at + 1]! + number[at]!;
    add(number.slice(0, at) + swapped + number.slice(at + 2), 'transposed');
  }
  return [...found].map(([value, why]) => ({ value, why: [why] }));
}

/** Who somebody is, as a border may have written it down. */
export interface NamesAndBirth {
  readonly familyName: string;
  readonly givenNames: string;
  /** ISO date. */
  readonly bornOn: string;
}

const DIGRAPHS = /(AE|OE|UE|AA)/g;
const oneLetter = (name: string) =>
  name.toUpperCase().replace(DIGRAPHS, (pair) => (pair === 'UE' ? 'U' : pair[0]!));

const namesSwapped = (p: NamesAndBirth): NamesAndBirth => ({
  ...{ bornOn: p.bornOn, familyName: p.givenNames, givenNames: p.familyName },
});
const namesSpelled = (p: NamesAndBirth): NamesAndBirth => ({
  ...{ bornOn: p.bornOn, familyName: oneLetter(p.familyName), givenNames: oneLetter(p.givenNames) },
});
function birthSwapped(p: NamesAndBirth): NamesAndBirth {
  const [year, month, day] = p.bornOn.split('-');
  return Number(day) <= 12 ? { ...p, bornOn: `${year}-${day}-${month}` } : p;
}

/**
 * The same person as it may be written elsewhere, itself first: names changed, spelled with one letter
 * for two, day and month changed, and each together. Accents and case are dropped by whoever compares.
 */
export function personVariants(person: NamesAndBirth): Variant<NamesAndBirth>[] {
  const found = new Map<string, Variant<NamesAndBirth>>();
  const add = (value: NamesAndBirth, why: readonly Likeness[]) => {
    const key = JSON.stringify([value.familyName, value.givenNames, value.bornOn]);
    if (!found.has(key)) found.set(key, { value, why });
  };
  const steps = [
    ['names_swapped', namesSwapped],
    ['names_spelled', namesSpelled],
    ['birth_swapped', birthSwapped],
  ] as const;
  for (let chosen = 0; chosen < 1 << steps.length; chosen++) {
    const taken = steps.filter((_step, bit) => chosen & (1 << bit));
    const value = taken.reduce((p, [, step]) => step(p), person);
    add(value, ['same_person', ...taken.map(([why]) => why)]);
  }
  return [...found.values()];
}
