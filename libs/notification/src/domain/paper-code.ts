import { BASE32, base32From, ok, refused, type Result } from '#kernel';

/** What is drawn by lot: 55 bits. */
export const DRAWN_SIGNS = 11;
/** With the check sign. */
export const CODE_SIGNS = DRAWN_SIGNS + 1;

export type MistypedCode = 'wrong_length' | 'mistyped';

// Doubling in the field of 32 elements (x⁵ + x² + 1). It comes round after 31 steps, so each place of a
// code has a weight of its own: a sign changed, or any two exchanged, never leaves the sum at zero.
const doubled = (element: number): number => (element << 1) ^ (element & 16 ? 0b100101 : 0);
const sumOf = (elements: readonly number[]): number =>
  elements.reduce((sum, element) => doubled(sum) ^ element, 0);

/** The code of a paper as it is kept: eleven signs by lot, each from 0 to 31, and their check sign. */
export function paperCode(drawn: readonly number[]): string {
  if (drawn.length !== DRAWN_SIGNS) throw new Error('a code has eleven signs by lot');
  return [...drawn, sumOf([...drawn, 0])].map((element) => BASE32[element]!).join('');
}

/** A code as it is kept, however it was typed: any case, spaces or none, O for 0, I for 1. */
export function readPaperCode(typed: string): Result<string, MistypedCode> {
  const code = base32From(typed);
  if (code.length !== CODE_SIGNS) return refused('wrong_length');
  const sum = sumOf([...code].map((sign) => BASE32.indexOf(sign)));
  return sum === 0 ? ok(code) : refused('mistyped');
}
