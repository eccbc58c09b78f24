// Everybody here is invented. Nobody of these names, addresses or passports exists.
import type { StaffRole } from '#identity';

export interface SeedStaff {
  /** What they are, as the sign-in page and `npm start` say it. */
  readonly who: string;
  readonly whoInFrench: string;
  /** Stands beside what they did, so it says the role as well. */
  readonly name: string;
  readonly user: string;
  readonly role: StaffRole;
  readonly city: string;
}

const roles = {
  officer: ['Consular officer', 'Agent consulaire', 'officer'],
  second: ['Second officer', 'Second agent consulaire', 'second officer'],
  head: ['Head of section', 'Chef de section', 'head of section'],
  adjudicator: ['Adjudicator', 'Agent de décision', 'adjudicator'],
  adjudicator2: ['Second adjudicator', 'Second agent de décision', 'second adjudicator'],
  member: ['Appeal member', 'Membre des recours', 'appeal member'],
  member2: ['Second appeal member', 'Second membre des recours', 'second appeal member'],
  treasury: ['Treasury', 'Trésorerie', 'treasury'],
  treasury2: ['Second treasury officer', 'Trésorerie, second agent', 'second treasury officer'],
  auditor: ['Auditor', 'Audit', 'auditor'],
  admin: ['Administrator', 'Administration du portail', 'administrator'],
  admin2: [
    'Second administrator',
    'Administration du portail, second agent',
    'second administrator',
  ],
} as const;
const roleOf = {
  officer: 'officer',
  second: 'officer',
  head: 'head_of_section',
  adjudicator: 'adjudicator',
  adjudicator2: 'adjudicator',
  member: 'appeal_member',
  member2: 'appeal_member',
  treasury: 'treasury',
  treasury2: 'treasury',
  auditor: 'auditor',
  admin: 'administrator',
  admin2: 'administrator',
} as const;

type Post = keyof typeof roles;
const member = (city: string, post: Post, person: string): SeedStaff => {
  const [who, whoInFrench, inName] = roles[post];
  return {
    who: `${who}, ${city}`,
    whoInFrench: `${whoInFrench}, ${city}`,
    name: `${person} (${inName}, ${city})`,
    user: city === 'Washington' ? post : `${post}.${city.toLowerCase()}`,
    role: roleOf[post],
    city,
  };
};

/** Whoever reviews, agrees and decides, in each consulate; breaches, money and audit are one desk each. */
export const staff: readonly SeedStaff[] = [
  member('Washington', 'officer', 'Aminata Keïta'),
  member('Washington', 'second', 'Moussa Diarra'),
  member('Washington', 'head', 'Fatoumata Sissoko'),
  member('Washington', 'adjudicator', 'Bintou Fofana'),
  member('Washington', 'adjudicator2', 'Cheick Dembélé'),
  member('Washington', 'member', 'Rokia Sidibé'),
  member('Washington', 'member2', 'Modibo Camara'),
  member('Washington', 'treasury', 'Ibrahim Touré'),
  member('Washington', 'treasury2', 'Awa Sangaré'),
  member('Washington', 'auditor', 'Mariam Coulibaly'),
  member('Washington', 'admin', 'Salif Maïga'),
  member('Washington', 'admin2', 'Oumou Diakité'),
  member('Paris', 'officer', 'Oumar Cissé'),
  member('Paris', 'second', 'Kadiatou Traoré'),
  member('Paris', 'head', 'Seydou Konaté'),
  member('Bamako', 'officer', 'Helen Ward'),
  member('Bamako', 'second', 'James Ortiz'),
  member('Bamako', 'head', 'Susan Blake'),
];

/** How far a case has come: each step has all before it behind it. */
const steps = ['submitted', 'directed', 'held', 'travelling', 'left'] as const;
export type Step = (typeof steps)[number];

export interface SeedApplicant {
  readonly who: string;
  readonly whoInFrench: string;
  readonly user: string;
  readonly did: Step;
  readonly givenNames: string;
  readonly familyName: string;
  readonly bornOn: string;
  /** Passport number. */
  readonly number: string;
}

/** Has only signed up: for whoever wants to walk the whole way by hand. */
export const newcomer = {
  ...{ who: 'new', whoInFrench: 'nouveau compte', user: 'grace' },
} as const;

/** Pays for somebody else: has taken a bond on and not signed yet. */
export const sponsor = {
  ...{ who: 'pays for somebody else', whoInFrench: 'paie pour une autre personne', user: 'walter' },
  ...{ name: 'Walter Novak', paysFor: 'emma' },
} as const;

const person = (
  ...[user, givenNames, familyName, bornOn, number, did, who, whoInFrench]: [
    ...[string, string, string, string, string],
    Step,
    ...[string, string],
  ]
): SeedApplicant => ({ user, givenNames, familyName, bornOn, number, did, who, whoInFrench });

export const applicants: readonly SeedApplicant[] = [
  person(
    'daniel',
    'Daniel',
    'Reyes',
    '1988-03-12',
    '910000011',
    'submitted',
    'waits for review',
    'dossier à l’examen',
  ),
  person(
    'ruth',
    'Ruth',
    'Okafor',
    '1974-09-30',
    '910000029',
    'directed',
    'asked for a bond',
    'caution demandée',
  ),
  person(
    'emma',
    'Emma',
    'Novak',
    '2001-04-19',
    '910000078',
    'directed',
    'somebody else pays the bond',
    'caution payée par une autre personne',
  ),
  person(
    'henry',
    'Henry',
    'Lindqvist',
    '1969-01-08',
    '910000045',
    'held',
    'bond held',
    'caution versée',
  ),
  person(
    'nora',
    'Nora',
    'Haddad',
    '1995-06-21',
    '910000052',
    'travelling',
    'in the country',
    'dans le pays',
  ),
  person(
    'lucas',
    'Lucas',
    'Brandt',
    '1981-11-02',
    '910000060',
    'left',
    'left on time',
    'parti dans les délais',
  ),
];

export const addressOf = (user: string): string => `${user}@demo.example`;

export const hasCome = (p: SeedApplicant, step: Step): boolean =>
  steps.indexOf(p.did) >= steps.indexOf(step);
