import { defineLifecycle, type EventOf, type StateOf } from '#kernel';

/** Records that people bring in, by a file or by hand, on their way to count. */
export const movementImportLifecycle = defineLifecycle({
  name: 'movement_import',
  initial: 'checking',
  states: {
    checking: { public: 'being_checked' },
    checked: { public: 'with_second_person' },
    confirmed: { public: 'being_brought_in' },
    imported: { public: 'brought_in' },
    declined: { public: 'declined' },
  },
  edges: [
    {
      event: 'checked',
      from: ['checking'],
      to: 'checked',
      by: ['rule'],
      guard: 'each row was read, and nothing was changed by it',
    },
    {
      event: 'confirmed',
      from: ['checked'],
      to: 'confirmed',
      by: ['head of section'],
      guard: 'by another person than who sent it, and with a row that counts',
    },
    { event: 'declined', from: ['checking', 'checked'], to: 'declined', by: ['officer'] },
    {
      event: 'imported',
      from: ['confirmed'],
      to: 'imported',
      by: ['rule'],
      guard: 'each row that counts is a record',
    },
  ],
});

export type MovementImportState = StateOf<typeof movementImportLifecycle>;
export type MovementImportEvent = EventOf<typeof movementImportLifecycle>;

/** The worker has something to do. */
export const underWayImportStates = [
  'checking',
  'confirmed',
] as const satisfies readonly MovementImportState[];

/** Two people stand behind its records. */
export const countingImportStates = [
  'confirmed',
  'imported',
] as const satisfies readonly MovementImportState[];
