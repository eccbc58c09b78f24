/** The fonts of a letter: Latin letters, and those of more languages. */
export type FontName = 'regular' | 'bold' | 'regularExt' | 'boldExt';

export interface Run {
  readonly font: FontName;
  readonly text: string;
}

// What the first of the two files has, as its makers say; the second has the rest of Latin.
const LATIN =
  /^[\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2013\u2014\u2018-\u201e\u2022\u2026\u2039\u203a\u20ac\u2122\u2212]$/;
const LATIN_EXT = /^[\u0100-\u02af\u1e00-\u1eff]$/;
/** Stands for a letter that no font of ours has. */
const UNKNOWN = '?';

/** A text in stretches of one font each, so that no letter is missing from the page. */
export function runsOf(text: string, isBold: boolean): Run[] {
  const runs: Run[] = [];
  // The narrow space of French amounts is no letter of the fonts; tabs are spaces.
  for (const letter of text.replaceAll('\u202f', '\u00a0').replaceAll('\t', ' ')) {
    const isExt = LATIN_EXT.test(letter);
    const shown = isExt || LATIN.test(letter) ? letter : UNKNOWN;
    const font: FontName = isBold ? (isExt ? 'boldExt' : 'bold') : isExt ? 'regularExt' : 'regular';
    const last = runs.at(-1);
    if (last?.font === font) runs[runs.length - 1] = { font, text: last.text + shown };
    else runs.push({ font, text: shown });
  }
  return runs;
}
