export const nav = {
  cases: 'My cases',
  compare: 'Compare programmes',
  signIn: 'Sign in',
  signUp: 'Create an account',
  privacy: 'Privacy',
  accessibility: 'Accessibility statement',
  demonstration:
    'This is a demonstration. The people, visas and money are not real, and no real payment is taken.',
} as const;
