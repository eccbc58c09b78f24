import type { Basis } from '../domain/rules.ts';
import type { ShippedProgramme } from './shipped.ts';

const law = (source: string): Basis => ({ tag: 'P', source });
const reported = (source: string): Basis => ({ tag: 'S', source });
const ours = (source: string): Basis => ({ tag: 'D', source });

// The programme that Mali mirrored, kept to be shown beside it. It takes no cases: Mali was listed
// for 23 October 2025 and dropped from the list on that very day.
export const usPilot2025: ShippedProgramme = {
  id: '0b0f6a52-55a5-5c56-8c1a-3f6c6e9d2a01',
  code: 'us-pilot-2025',
  issuingState: 'USA',
  bondedNationality: 'MLI',
  currency: 'USD',
  state: 'withdrawn',
  stateReason: 'nationality_delisted',
  stateSince: '2025-10-23',
  versions: [
    {
      version: 1,
      effectiveFrom: '2025-08-20',
      legalReference: '22 CFR 41.11(c), 90 FR 37378 (5 August 2025)',
      rules: {
        purposes: ['business', 'tourism'],
        tiersMinor: ['500000', '1000000', '1500000'],
        defaultTierMinor: '1000000',
        lowerTierReasons: ['ability_to_pay', 'minor'],
        higherTierReasons: ['default_insufficient'],
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
          purposes: law('90 FR 37378: B-1 and B-2 visas'),
          tiersMinor: law('90 FR 37378; travel.state.gov list of countries subject to visa bonds'),
          defaultTierMinor: reported('Law firms’ summaries: officers are to expect 10,000'),
          lowerTierReasons: reported('Law firms’ summaries: ability to pay, children'),
          higherTierReasons: reported('Law firms’ summaries: 10,000 is not enough in the case'),
          daysToPost: reported('US embassies: 30 days from the payment instructions'),
          paymentWays: ours(
            'None is published; those by which the whole amount can be paid and returned',
          ),
          visaValidityMonths: reported('Law firms’ summaries: usable within three months'),
          stayDays: reported('Law firms’ summaries: admitted for 30 days as a rule'),
          entries: reported('Law firms’ summaries: a single entry'),
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
          appealDays: law('Instructions of Form I-290B'),
          appealDaysByPost: law('Instructions of Form I-290B'),
          feesBorneBy: ours('The whole bond is returned, so fees cannot come out of it'),
          interest: ours('Whether visa bonds bear interest is not confirmed'),
        },
      },
    },
  ],
  // The city is that of the real embassy; that this consulate serves the portal is invented [D].
  consulates: [
    {
      id: '0b0f6a52-55a5-5c56-8c1a-3f6c6e9d2a11',
      city: 'Bamako',
      country: 'ML',
      timeZone: 'Africa/Bamako',
      contact: {
        address: ['Consular Section', '100 avenue de l’Exemple', 'Bamako'],
        hours: { from: 1, to: 4, opens: '08:00', closes: '12:00' },
        telephone: '+223 20 00 01 42',
        email: 'visa.bamako@us-pilot.example',
        isInvented: true,
      },
    },
  ],
  // The three airports of the pilot's first notice [P]; those added later are not confirmed.
  ports: [
    {
      id: '0b0f6a52-55a5-5c56-8c1a-3f6c6e9d2a21',
      code: 'BOS',
      name: 'Boston Logan',
      timeZone: 'America/New_York',
      listedFrom: '2025-08-20',
    },
    {
      id: '0b0f6a52-55a5-5c56-8c1a-3f6c6e9d2a22',
      code: 'IAD',
      name: 'Washington Dulles',
      timeZone: 'America/New_York',
      listedFrom: '2025-08-20',
    },
    {
      id: '0b0f6a52-55a5-5c56-8c1a-3f6c6e9d2a23',
      code: 'JFK',
      name: 'New York John F. Kennedy',
      timeZone: 'America/New_York',
      listedFrom: '2025-08-20',
    },
  ],
};
