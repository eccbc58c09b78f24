export const nav = {
  desk: 'Work queues',
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
    'This is a demonstration. The people, visas and money are not real, and no real payment is taken.',
} as const;
