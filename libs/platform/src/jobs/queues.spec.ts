import { expect, test } from '@jest/globals';
import { queues } from './queues.ts';

test.each(queues)(
  '$name notices a worker that died within seconds, and one that hangs in minutes',
  (q) => {
    expect(q.heartbeatSeconds).toBeLessThanOrEqual(15);
    expect(q.expireInSeconds).toBeLessThanOrEqual(600);
    expect(q.retryLimit).toBeGreaterThan(0);
  },
);
