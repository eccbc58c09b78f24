/** Work of the programs themselves that takes longer than it should. */
export const unfinished = {
  title: 'Unfinished work',
  lead: 'Work that normally takes seconds and has been waiting for minutes. Tell whoever runs the system.',
  what: 'What is waiting',
  many: 'How many',
  orMore: '{{max}} or more',
  since: 'Since',
  remedy: 'What to do',
  empty: 'No unfinished work',
  emptyBody: 'Everything is being done in its usual time.',
  kinds: {
    events: {
      name: 'Processor events not applied',
      remedy: 'Check that the worker runs and can reach the payment processor.',
    },
    mail: {
      name: 'Emails not sent',
      remedy: 'Check that the worker runs and can reach the mail server.',
    },
    looks: {
      name: 'Bonds not compared with the processor for a day',
      remedy: 'Check that the worker can reach the payment processor.',
    },
    sweep: {
      name: 'The worker’s regular check has not finished',
      remedy: 'Check that the worker runs. The other figures are as it last saw them.',
    },
  },
} as const;
