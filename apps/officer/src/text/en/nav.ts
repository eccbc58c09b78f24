export const nav = {
  desk: 'Desk',
  cases: 'Cases',
  search: 'Search',
  approvals: 'Approvals',
  bonds: 'Bonds',
  refunds: 'Refunds',
  suspense: 'Suspense',
  movements: 'Movements',
  events: 'Events',
  books: 'Books',
  demonstration:
    'This is a demonstration. People, visas and money are invented; no real payment is taken.',
} as const;
