export const nav = {
  cases: 'My cases',
  compare: 'Compare programmes',
  signIn: 'Sign in',
  signUp: 'Create an account',
  privacy: 'Privacy',
  accessibility: 'Accessibility statement',
  demonstration:
    'This is a demonstration. People, visas and money are invented; no real payment is taken.',
} as const;
