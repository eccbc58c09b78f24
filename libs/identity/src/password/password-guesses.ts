import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

// What names this service and those who come to it; the dictionaries have it late or not at all.
const OWN_WORDS = `
visa visas bond bonds portal portail caution cautions consulate consulat consular embassy ambassade
passport passeport border frontiere officer treasury bamako mali malien senegal dakar sahel
traore keita coulibaly diarra toure aminata moussa ousmane amadou mamadou oumar bakary
`
  .split(/\s+/)
  .filter(Boolean);

/** A longer password is judged by its beginning: the time grows with the square of the length. */
const CHARS_JUDGED = 32;

// Half of the memory and of the time to load, and no word that people choose more often.
const isLeftOut = (name: string) => /^(lastnames|wikipedia)-/.test(name);

let loaded: Promise<ZxcvbnFactory> | undefined;

/** When the first password is chosen: most processes never need the dictionaries. */
async function load(): Promise<ZxcvbnFactory> {
  const { ZxcvbnFactory: Estimator } = await import('@zxcvbn-ts/core');
  const common = await import('@zxcvbn-ts/language-common');
  const { dictionary: english } = await import('@zxcvbn-ts/language-en');
  const { dictionary: french } = await import('@zxcvbn-ts/language-fr');
  const lists = Object.entries({ ...common.dictionary, ...english, ...french });
  return new Estimator({
    dictionary: {
      ...Object.fromEntries(lists.filter(([name]) => !isLeftOut(name))),
      own: OWN_WORDS,
    },
    graphs: common.adjacencyGraphs,
    maxLength: CHARS_JUDGED,
    // Of all ways to read digits as letters the likeliest; a hundred take half a second.
    l33tMaxSubstitutions: 1,
  });
}

/** How many guesses find a password, by somebody who knows `words` about its owner. */
export async function guessesFor(password: string, words: string[]): Promise<number> {
  loaded ??= load();
  return (await loaded).check(password, words).guesses;
}
