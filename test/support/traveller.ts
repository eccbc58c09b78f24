// A traveller, the passport, and the form as that traveller fills it in.
import { mrzOf, type Passport } from '../../tools/seed/passport.ts';

/** What a traveller fills in; every test may say something else. */
export interface Traveller extends Omit<Passport, 'sex'> {
  readonly nationality: string;
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

/** The two lines of that traveller's passport. */
export const passportLines = (t: Omit<Passport, 'sex'>): [string, string] =>
  mrzOf({ ...t, sex: 'F' });

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
