import type { Basis } from '../domain/rules.ts';
import type { ShippedProgramme } from './shipped.ts';

const communique: Basis = { tag: 'P', source: 'Communiqué of 11 October 2025: the two amounts' };
const mirrored = (what: string): Basis => ({
  tag: 'S',
  source: `Communiqué of 11 October 2025, “same conditions and requirements”: ${what}`,
});
const ours = (source: string): Basis => ({ tag: 'D', source });

// Mali for nationals of the United States. Mali published no operating rules: by its own words they
// are those of the programme it answers, so most of them rest on that one. Shipped open: it is what
// the demonstration shows.
export const maliUs: ShippedProgramme = {
  id: '7c6b2f10-90d1-5f0c-9b7e-1d2e5a4c8b01',
  code: 'mali-us',
  issuingState: 'MLI',
  bondedNationality: 'USA',
  currency: 'USD',
  state: 'open',
  stateReason: 'in_force',
  stateSince: '2025-10-23',
  versions: [
    {
      version: 1,
      effectiveFrom: '2025-10-23',
      legalReference:
        'Communiqué of the Ministry of Foreign Affairs and International Cooperation, 11 October 2025',
      rules: {
        purposes: ['business', 'tourism'],
        tiersMinor: ['500000', '1000000'],
        defaultTierMinor: '1000000',
        lowerTierReasons: ['ability_to_pay', 'minor'],
        higherTierReasons: [],
        daysToPost: 30,
        paymentWays: ['card', 'bank_debit', 'bank_transfer'],
        visaValidityMonths: 3,
        stayDays: 30,
        entries: 1,
        unusedDaysAfter: 14,
        missingDaysAfter: 7,
        evidenceDays: 14,
        informationDays: 30,
        passportMarginMonths: 6,
        refundPromiseDays: 30,
        refundHoldMinutes: 60,
        refundsPerHour: 120,
        refundsPerHourByClient: 60,
        suspenseSecondPersonAboveMinor: '500000',
        replyDays: 14,
        appealDays: 30,
        appealDaysByPost: 33,
        feesBorneBy: 'operator',
        interest: 'none',
        basis: {
          purposes: {
            tag: 'P',
            source: 'Communiqué of 11 October 2025: business and tourist visas',
          },
          tiersMinor: communique,
          defaultTierMinor: mirrored('the amount usually asked'),
          lowerTierReasons: mirrored('reasons to ask for less'),
          higherTierReasons: ours('The default is the highest amount, so there is no more to ask'),
          daysToPost: mirrored('30 days from the payment instructions'),
          paymentWays: ours(
            'None is published; those by which the whole amount can be paid and returned',
          ),
          visaValidityMonths: mirrored('usable within three months'),
          stayDays: mirrored('30 days'),
          entries: mirrored('a single entry'),
          unusedDaysAfter: ours('No figure is published; time for late border records'),
          missingDaysAfter: ours('No figure is published; time for late border records'),
          evidenceDays: ours('No figure is published; as long as for a reply to a notice'),
          informationDays: ours('No figure is published; as long as there is to post a bond'),
          refundPromiseDays: ours('No figure is published; after Australia’s practice'),
          passportMarginMonths: ours('No figure is published; six months are what most states ask'),
          refundHoldMinutes: ours('No figure is published; time to correct a wrong record'),
          refundsPerHour: ours('No figure is published; beyond it a person looks first'),
          refundsPerHourByClient: ours('No figure is published; beyond it a person looks first'),
          suspenseSecondPersonAboveMinor: ours(
            'No figure is published; the lowest amount of a bond',
          ),
          replyDays: ours('No figure is published'),
          appealDays: mirrored('30 days from service'),
          appealDaysByPost: mirrored('33 days when served by post'),
          feesBorneBy: ours('The whole bond is returned, so fees cannot come out of it'),
          interest: ours('None was announced'),
        },
      },
    },
  ],
  // Cities where Mali has a mission; that these consulates serve the portal, and how they are reached,
  // is invented [D]: numbers that are kept free for fiction, and addresses under .example.
  consulates: [
    {
      id: '7c6b2f10-90d1-5f0c-9b7e-1d2e5a4c8b11',
      city: 'Washington',
      country: 'US',
      timeZone: 'America/New_York',
      contact: {
        address: ['Consular Section of Mali', '100 Example Street NW', 'Washington, DC 20008'],
        hours: { from: 1, to: 5, opens: '09:00', closes: '12:30' },
        telephone: '+1 202 555 0142',
        email: 'visa.washington@mali.example',
        isInvented: true,
      },
    },
    {
      id: '7c6b2f10-90d1-5f0c-9b7e-1d2e5a4c8b12',
      city: 'Paris',
      country: 'FR',
      timeZone: 'Europe/Paris',
      contact: {
        address: ['Consulat général du Mali', '100 rue de l’Exemple', '75006 Paris'],
        hours: { from: 1, to: 5, opens: '09:30', closes: '13:00' },
        telephone: '+33 1 99 00 01 42',
        email: 'visa.paris@mali.example',
        isInvented: true,
      },
    },
  ],
  // None was published; the only plausible mirror of “airports that confirm departures” [D].
  ports: [
    {
      id: '7c6b2f10-90d1-5f0c-9b7e-1d2e5a4c8b21',
      code: 'BKO',
      name: 'Bamako–Sénou (Modibo Keïta)',
      timeZone: 'Africa/Bamako',
      listedFrom: '2025-10-23',
    },
  ],
};
