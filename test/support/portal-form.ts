import { Temporal } from '#kernel';
import type { ApplyFacts } from '../../apps/portal/src/apply/apply-page.ts';

/** What the specs of the pages know: a day, and the rules of a programme for nationals of the USA. */
export const specFacts = (more: Partial<ApplyFacts> = {}): ApplyFacts => ({
  today: Temporal.PlainDate.from('2026-11-24'),
  bondedNationality: 'USA',
  purposes: ['business', 'tourism'],
  stayDaysMax: 30,
  passportMarginMonths: 6,
  ports: [
    {
      code: 'BKO',
      name: 'Bamako–Sénou',
      timeZone: 'Africa/Bamako',
      listedFrom: Temporal.PlainDate.from('2025-10-23'),
      listedUntil: null,
    },
    {
      code: 'OLD',
      name: 'No longer listed',
      timeZone: 'Africa/Bamako',
      listedFrom: Temporal.PlainDate.from('2025-10-23'),
      listedUntil: Temporal.PlainDate.from('2026-06-30'),
    },
  ],
  lang: 'en',
  answers: {},
  ...more,
});

export const specPersonal = {
  givenNames: 'Ada Maria',
  familyName: 'Example',
  'bornOn-day': '17',
  'bornOn-month': '5',
  'bornOn-year': '1990',
  sex: 'female',
  nationality: 'USA',
};

/** The passport of that person, number X12345678, with its own check figures. */
export const specPassport = {
  number: 'X12345678',
  issuingState: 'USA',
  'expiresOn-day': '31',
  'expiresOn-month': '1',
  'expiresOn-year': '2035',
  mrz: 'P<USAEXAMPLE<<ADA<MARIA<<<<<<<<<<<<<<<<<<<<<\nX123456785USA9005178F3501313<<<<<<<<<<<<<<02',
};

/** From the day of the specs, for as long as the programme allows. */
export const specTravel = {
  purpose: 'tourism',
  'arrivesOn-day': '24',
  'arrivesOn-month': '11',
  'arrivesOn-year': '2026',
  stayDays: '30',
  port: 'BKO',
  stayAddress: 'Hotel on the river, Bamako',
};
