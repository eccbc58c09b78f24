// Everybody here is invented. Nobody of these names, addresses or passports exists.

export const staff = [
  { who: 'Consular officer', name: 'Aminata Keïta', user: 'officer', roles: ['officer'] },
  { who: 'Second officer', name: 'Moussa Diarra', user: 'second', roles: ['officer'] },
  { who: 'Head of section', name: 'Fatoumata Sissoko', user: 'head', roles: ['head_of_section'] },
  { who: 'Treasury officer', name: 'Ibrahim Touré', user: 'treasury', roles: ['treasury'] },
  { who: 'Auditor', name: 'Mariam Coulibaly', user: 'auditor', roles: ['auditor'] },
] as const;

/** How far a case has come: each step has all before it behind it. */
export const steps = ['submitted', 'directed', 'held', 'travelling', 'left'] as const;
export type Step = (typeof steps)[number];

export interface SeedApplicant {
  readonly who: string;
  readonly user: string;
  readonly did: Step;
  readonly givenNames: string;
  readonly familyName: string;
  readonly bornOn: string;
  /** Passport number. */
  readonly number: string;
}

/** Has only signed up: for whoever wants to walk the whole way by hand. */
export const newcomer = { who: 'Applicant, new', user: 'grace' } as const;

const person = (
  ...[user, givenNames, familyName, bornOn, number, did, who]: [
    ...[string, string, string, string, string],
    Step,
    string,
  ]
): SeedApplicant => ({ user, givenNames, familyName, bornOn, number, did, who });

export const applicants: readonly SeedApplicant[] = [
  person('daniel', 'Daniel', 'Reyes', '1988-03-12', '910000011', 'submitted', 'waits for review'),
  person('ruth', 'Ruth', 'Okafor', '1974-09-30', '910000029', 'directed', 'asked for a bond'),
  person('henry', 'Henry', 'Lindqvist', '1969-01-08', '910000045', 'held', 'bond held'),
  person('nora', 'Nora', 'Haddad', '1995-06-21', '910000052', 'travelling', 'in the country'),
  person('lucas', 'Lucas', 'Brandt', '1981-11-02', '910000060', 'left', 'left on time'),
];

export const addressOf = (user: string): string => `${user}@demo.example`;

export const hasCome = (p: SeedApplicant, step: Step): boolean =>
  steps.indexOf(p.did) >= steps.indexOf(step);
