import type { Lang, Tone } from '#web';

/** What a code is called. */
export type Words = Readonly<Record<Lang, string>>;

/** What a state is called and how its badge is coloured. Colour only helps: the words say it all. */
export interface StateWords extends Words {
  readonly tone: Tone;
}

type In<L extends Lang, W> = { readonly [K in keyof W]: W[K] extends Words ? W[K][L] : never };

/** One language of a list of words, as texts are written. */
export function inLanguage<L extends Lang, const W extends Readonly<Record<string, Words>>>(
  lang: L,
  words: W,
): In<L, W> {
  const texts = Object.entries(words).map(([code, said]) => [code, said[lang]]);
  return Object.fromEntries(texts) as In<L, W>;
}
