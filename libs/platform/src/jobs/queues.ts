const LIFE = { heartbeatSeconds: 10 } as const;

/** Three to six seconds after the first failure, or a worker's death; within half an hour in all. */
const TRIES = { retryLimit: 9, retryDelay: 3, retryBackoff: true } as const;
/** What the processor must answer, which may be unreachable for hours. */
const MANY_TRIES = { ...TRIES, retryLimit: 13, retryDelayMax: 3600 } as const;

/**
 * Its jobs call the worker. Whoever calls takes a lock of the whole database for its commit, so this is
 * for what people cause one at a time, never for what arrives in masses.
 */
const CALLED = { notify: true } as const;

/**
 * Every queue: what its jobs do and how often they are tried. Each has a heartbeat, by which a worker
 * that was killed is noticed within seconds, and an end for a worker that lives and hangs. Erasable TypeScript: the migrator's
 * tool makes the queues from this list, processes only send and work.
 */
export const queues = [
  // Sends one e-mail. The address is looked up when it is sent, never carried in the job.
  {
    name: 'mail.send',
    retryLimit: 8,
    retryDelay: 10,
    retryBackoff: true,
    ...LIFE,
    expireInSeconds: 60,
  },
  // The same for mail that anybody can cause by typing an address. A queue of its own, so that no other
  // mail waits behind it, and in it whoever causes much waits behind who causes little (priority).
  {
    name: 'mail.open',
    retryLimit: 8,
    retryDelay: 10,
    retryBackoff: true,
    ...LIFE,
    expireInSeconds: 60,
  },
  // Sends one disbursement to the processor, asking first when an earlier try may have arrived.
  // Policy short: one waiting job per singletonKey, so asking twice does not queue twice.
  {
    name: 'disbursement.send',
    policy: 'short',
    ...MANY_TRIES,
    ...LIFE,
    expireInSeconds: 120,
  },
  // Ends a session at the processor that nobody should pay any more. Harmless when done twice.
  {
    name: 'checkout.expire',
    policy: 'short',
    ...MANY_TRIES,
    ...CALLED,
    expireInSeconds: 120,
    heartbeatSeconds: 10,
  },
  // Cancels the bond of a case that ended without a visa, which starts its refund.
  {
    name: 'bond.cancel',
    policy: 'short',
    ...TRIES,
    ...LIFE,
    ...CALLED,
    expireInSeconds: 60,
  },
  // Carries out what two people decided about money that left by another way.
  {
    name: 'reversal.settle',
    policy: 'short',
    ...TRIES,
    ...CALLED,
    expireInSeconds: 60,
    heartbeatSeconds: 10,
  },
  // Sends what the treasury answers to a dispute, asking first when an earlier try may have arrived.
  {
    name: 'dispute.answer',
    policy: 'short',
    ...MANY_TRIES,
    ...CALLED,
    expireInSeconds: 120,
    heartbeatSeconds: 10,
  },
  // Puts the jobs of what may leave after the treasury's pause.
  {
    name: 'refunds.resume',
    policy: 'short',
    ...TRIES,
    ...LIFE,
    ...CALLED,
    expireInSeconds: 300,
  },
  // Lets go on a case whose freeze two people lifted.
  {
    name: 'freeze.lift',
    policy: 'short',
    ...TRIES,
    ...LIFE,
    ...CALLED,
    expireInSeconds: 60,
  },
  // Carries out what was decided about money in suspense.
  {
    name: 'suspense.settle',
    policy: 'short',
    ...TRIES,
    ...LIFE,
    ...CALLED,
    expireInSeconds: 60,
  },
  // Has the processor asked about a difference, or books what two people confirmed of one.
  { name: 'difference.settle', policy: 'short', ...TRIES, ...LIFE, ...CALLED, expireInSeconds: 60 },
  // Sends what two people decided to a payer's bank account.
  {
    name: 'rescue.settle',
    policy: 'short',
    retryLimit: 8,
    retryDelay: 5,
    retryBackoff: true,
    ...LIFE,
    ...CALLED,
    expireInSeconds: 60,
  },
  // Applies what the operator's bank said of payments, entry by entry.
  {
    name: 'bank_report.apply',
    policy: 'short',
    retryLimit: 8,
    retryDelay: 5,
    retryBackoff: true,
    ...LIFE,
    ...CALLED,
    expireInSeconds: 600,
  },
  // Carries out what two people decided of a breach.
  {
    name: 'breach.carry_out',
    policy: 'short',
    ...TRIES,
    ...LIFE,
    ...CALLED,
    expireInSeconds: 60,
  },
  // Carries out what two people accepted as evidence of a departure.
  {
    name: 'evidence.settle',
    policy: 'short',
    ...TRIES,
    ...LIFE,
    ...CALLED,
    expireInSeconds: 60,
  },
  // Carries out what two people accepted of a stay.
  {
    name: 'stay_fact.carry_out',
    policy: 'short',
    ...TRIES,
    ...LIFE,
    ...CALLED,
    expireInSeconds: 60,
  },
  // Matches the movements of one stored batch to travellers and assesses them.
  {
    name: 'movements.assess',
    ...TRIES,
    ...LIFE,
    expireInSeconds: 300,
  },
  // Reads an import of movements through, or brings in what two people confirmed of it.
  {
    name: 'movements.import',
    policy: 'short',
    ...TRIES,
    ...LIFE,
    ...CALLED,
    expireInSeconds: 600,
  },
  // Proves the marks of one stored call by what their border system signed.
  {
    name: 'feeds.prove',
    ...TRIES,
    ...LIFE,
    ...CALLED,
    expireInSeconds: 60,
  },
  // Looks again at refunds that marks had decided, when one of those is taken back.
  {
    name: 'feeds.corrected',
    ...TRIES,
    ...LIFE,
    ...CALLED,
    expireInSeconds: 300,
  },
  // Looks for travellers whom the records of a batch may mean that named nobody's document.
  {
    name: 'movements.find',
    ...TRIES,
    ...LIFE,
    expireInSeconds: 300,
  },
  // Looks whether a document that was confirmed is almost what waiting records name.
  {
    name: 'documents.confirmed',
    ...TRIES,
    ...LIFE,
    ...CALLED,
    expireInSeconds: 60,
  },
  // Assesses a record that two people have joined to its traveller.
  {
    name: 'movements.join',
    ...TRIES,
    ...LIFE,
    ...CALLED,
    expireInSeconds: 60,
  },
  // Carries out what officers decided of a record that was set aside.
  {
    name: 'movements.decide',
    policy: 'short',
    ...TRIES,
    ...LIFE,
    ...CALLED,
    expireInSeconds: 60,
  },
  // Tells a border system what became of a batch: one try each, the next is found by the sweep.
  {
    name: 'callbacks.send',
    policy: 'short',
    ...TRIES,
    ...LIFE,
    ...CALLED,
    expireInSeconds: 60,
  },
  // Closes what is past its date: bonds to lapse, sessions in between, rate limits, old sessions.
  { name: 'sweep', retryLimit: 2, retryDelay: 30, ...LIFE, expireInSeconds: 600 },
] as const;

export type QueueName = (typeof queues)[number]['name'];

/** Those whose jobs call. */
export const CALLED_QUEUES: ReadonlySet<string> = new Set(
  queues.flatMap((queue) => ('notify' in queue ? [queue.name] : [])),
);
