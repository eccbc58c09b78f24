// What OpenAPI shows of each call; a test sends them to the running API.
const BATCH_ID = '0190a0a0-0000-7000-8000-000000000000';
const admission = {
  recordId: 'BKO-2026-000123',
  kind: 'admitted',
  port: 'BKO',
  happenedAt: '2026-11-24T09:30:00Z',
  authorisedUntil: '2026-12-24',
  document: { issuingState: 'USA', number: '912345678' },
};

export const BATCHES = {
  admission: {
    summary: 'Somebody was let in',
    value: {
      movements: [
        {
          ...admission,
          traveller: { familyName: 'MILLER', givenNames: 'GRACE', bornOn: '1990-05-17' },
        },
      ],
    },
  },
  correction: {
    summary: 'The last authorised day was wrong',
    value: {
      movements: [
        {
          ...admission,
          recordId: 'BKO-2026-000124',
          corrects: 'BKO-2026-000123',
          authorisedUntil: '2026-12-20',
        },
      ],
    },
  },
  deletion: {
    summary: 'It did not happen: the record again, under an id of its own',
    value: {
      movements: [
        {
          recordId: 'BKO-2026-000125',
          corrects: 'BKO-2026-000124',
          kind: 'deleted',
          port: 'BKO',
          happenedAt: '2026-11-24T09:30:00Z',
          document: { issuingState: 'USA', number: '912345678' },
        },
      ],
    },
  },
};

export const RECEIPT = {
  batchId: BATCH_ID,
  replayed: false,
  items: [
    {
      index: 0,
      recordId: 'BKO-2026-000123',
      result: 'accepted',
      movementId: '0190a0a0-0000-7000-8000-000000000001',
    },
    {
      index: 1,
      recordId: 'BKO-2026-000126',
      result: 'rejected',
      code: 'invalid',
      errors: [{ field: 'happenedAt', message: 'must not be in the future' }],
    },
  ],
};

export const OUTCOME = {
  batchId: BATCH_ID,
  receivedAt: '2026-11-24T09:31:00Z',
  done: true,
  items: [
    {
      index: 0,
      recordId: 'BKO-2026-000123',
      result: 'accepted',
      status: 'used',
      since: '2026-11-24T09:31:02Z',
    },
    { index: 1, recordId: 'BKO-2026-000126', result: 'rejected' },
  ],
};

export const MARKS = {
  mark: {
    summary: 'Every record of a day has been sent',
    value: { marks: [{ port: 'BKO', through: '2026-11-23' }] },
  },
  correction: {
    summary: 'Some records of that day were missing after all',
    value: { marks: [{ port: 'BKO', through: '2026-11-22', correction: true }] },
  },
};

export const FEED_RECEIPT = {
  reportId: BATCH_ID,
  replayed: false,
  items: [{ index: 0, port: 'BKO', result: 'accepted' }],
};
