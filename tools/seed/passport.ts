// Invented passports with a machine-readable zone that is right: ICAO 9303, part 4 (TD3).

export interface Passport {
  readonly givenNames: string;
  readonly familyName: string;
  readonly number: string;
  /** ISO dates. */
  readonly bornOn: string;
  readonly expiresOn: string;
  readonly sex: 'F' | 'M';
}

const valueOf = (c: string) =>
  c === '<' ? 0 : /\d/.test(c) ? Number(c) : c.charCodeAt(0) - 'A'.charCodeAt(0) + 10;

/** Weights 7, 3, 1 over and over, modulo 10. */
const checkDigit = (text: string) =>
  String([...text].reduce((sum, c, i) => sum + valueOf(c) * [7, 3, 1][i % 3]!, 0) % 10);

const checked = (text: string) => text + checkDigit(text);
const short = (iso: string) => iso.slice(2).replaceAll('-', '');
const name = (text: string) => text.toUpperCase().replace(/[^A-Z]+/g, '<');

/** The two lines, 44 characters each. */
export function mrzOf(p: Passport): [string, string] {
  const first = `P<USA${name(p.familyName)}<<${name(p.givenNames)}`.padEnd(44, '<');
  const number = checked(p.number.padEnd(9, '<'));
  const born = checked(short(p.bornOn));
  const expires = checked(short(p.expiresOn));
  const personal = checked('<'.repeat(14));
  const all = checkDigit(number + born + expires + personal);
  return [first, `${number}USA${born}${p.sex}${expires}${personal}${all}`];
}

let made = 0;
/** A passport that no other in this process has. */
export const aPassport = (more: Partial<Passport> = {}): Passport => ({
  givenNames: 'Grace',
  familyName: 'Miller',
  number: String(910_000_100 + ++made),
  bornOn: '1990-05-17',
  expiresOn: '2035-01-31',
  sex: 'F',
  ...more,
});
