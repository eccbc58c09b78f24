// What the invented applicants typed, page by page, by the names of the form's fields.
import { Temporal, type Instant } from '#kernel';
import { mrzOf } from './passport.ts';
import type { SeedApplicant } from './people.ts';

const EXPIRES_ON = '2035-01-31';
const ARRIVES_IN_DAYS = 40;

const dateAnswers = (field: string, iso: string) => {
  const { day, month, year } = Temporal.PlainDate.from(iso);
  return {
    [`${field}-day`]: String(day),
    [`${field}-month`]: String(month),
    [`${field}-year`]: String(year),
  };
};

export function answersFor(
  p: Pick<SeedApplicant, 'givenNames' | 'familyName' | 'bornOn' | 'number'>,
  now: Instant,
): Record<string, Record<string, string>> {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate();
  const mrz = mrzOf({ ...p, sex: 'M', expiresOn: EXPIRES_ON }).join('\n');
  return {
    'personal-details': {
      givenNames: p.givenNames,
      familyName: p.familyName,
      ...dateAnswers('bornOn', p.bornOn),
      sex: 'male',
      nationality: 'USA',
    },
    passport: {
      number: p.number,
      issuingState: 'USA',
      ...dateAnswers('expiresOn', EXPIRES_ON),
      mrz,
    },
    'travel-plan': {
      purpose: 'tourism',
      ...dateAnswers('arrivesOn', today.add({ days: ARRIVES_IN_DAYS }).toString()),
      stayDays: '14',
      port: 'BKO',
      stayAddress: 'Hôtel du Fleuve, Bamako',
    },
    contact: { phone: '+1 202 555 0142', address: '12 Example Street, Springfield, 01101, USA' },
  };
}
