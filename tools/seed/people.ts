// Everybody here is invented. Nobody of these names, addresses or passports exists.

export const staff = [
  { who: 'Consular officer', name: 'Aminata Keïta', user: 'officer', roles: ['officer'] },
  { who: 'Second officer', name: 'Moussa Diarra', user: 'second', roles: ['officer'] },
  { who: 'Head of section', name: 'Fatoumata Sissoko', user: 'head', roles: ['head_of_section'] },
  { who: 'Treasury officer', name: 'Ibrahim Touré', user: 'treasury', roles: ['treasury'] },
  { who: 'Auditor', name: 'Mariam Coulibaly', user: 'auditor', roles: ['auditor'] },
] as const;

/** What each applicant has done so far; the first has only signed up. */
export const applicants = [
  { who: 'Applicant, new', user: 'grace', did: 'signed up' },
  {
    who: 'Applicant, waiting for review',
    user: 'daniel',
    did: 'submitted',
    givenNames: 'Daniel',
    familyName: 'Reyes',
    bornOn: '1988-03-12',
    number: '910000011',
  },
  {
    who: 'Applicant, asked for a bond',
    user: 'ruth',
    did: 'directed',
    givenNames: 'Ruth',
    familyName: 'Okafor',
    bornOn: '1974-09-30',
    number: '910000029',
  },
] as const;

export type SeedApplicant = Extract<(typeof applicants)[number], { number: string }>;

export const addressOf = (user: string): string => `${user}@demo.example`;
