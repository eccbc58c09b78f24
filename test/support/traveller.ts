// A traveller, the passport, and the form as that traveller fills it in.

/** What a traveller fills in; every test may say something else. */
export interface Traveller {
  readonly givenNames: string;
  readonly familyName: string;
  /** ISO dates. */
  readonly bornOn: string;
  readonly expiresOn: string;
  readonly nationality: string;
  readonly number: string;
}

let passports = 0;
export const aTraveller = (more: Partial<Traveller> = {}): Traveller => ({
  givenNames: 'Ada Maria',
  familyName: 'Example',
  bornOn: '1990-05-17',
  expiresOn: '2035-01-31',
  nationality: 'USA',
  number: `X${String(++passports).padStart(7, '0')}`,
  ...more,
});

const checkDigit = (text: string): string => {
  const valueOf = (c: string) =>
    c === '<' ? 0 : /\d/.test(c) ? Number(c) : c.charCodeAt(0) - 'A'.charCodeAt(0) + 10;
  const sum = [...text].reduce((n, c, i) => n + valueOf(c) * [7, 3, 1][i % 3]!, 0);
  return String(sum % 10);
};
const withDigit = (text: string) => text + checkDigit(text);
const mrzDate = (iso: string) => iso.slice(2).replaceAll('-', '');
const mrzName = (name: string) => name.toUpperCase().replace(/[^A-Z]/g, '<');

/** The two lines of that traveller's passport. */
export function passportLines(t: Traveller): [string, string] {
  const names = `${mrzName(t.familyName)}<<${mrzName(t.givenNames)}`;
  const number = withDigit(t.number.padEnd(9, '<'));
  const [born, expires] = [withDigit(mrzDate(t.bornOn)), withDigit(mrzDate(t.expiresOn))];
  const optional = withDigit('<'.repeat(14));
  const all = checkDigit(number + born + expires + optional);
  return [
    `P<${t.nationality}${names}`.padEnd(44, '<').slice(0, 44),
    `${number}${t.nationality}${born}F${expires}${optional}${all}`,
  ];
}

const datePart = (field: string, iso: string) => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return { [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year };
};

/** The four pages of the form, filled in. */
export function answersOf(t: Traveller, today: Date): Record<string, Record<string, string>> {
  const mrz = passportLines(t).join('\n');
  const arrival = new Date(today.getTime() + 40 * 86_400_000).toISOString().slice(0, 10);
  return {
    'personal-details': {
      givenNames: t.givenNames,
      familyName: t.familyName,
      ...datePart('bornOn', t.bornOn),
      sex: 'female',
      nationality: t.nationality,
    },
    passport: {
      number: t.number,
      issuingState: t.nationality,
      ...datePart('expiresOn', t.expiresOn),
      mrz,
    },
    'travel-plan': {
      purpose: 'tourism',
      ...datePart('arrivesOn', arrival),
      stayDays: '14',
      port: 'BKO',
      stayAddress: 'Hotel on the river, Bamako',
    },
    contact: { phone: '+1 202 555 0142', address: '12 Example Street, Springfield, USA' },
  };
}
