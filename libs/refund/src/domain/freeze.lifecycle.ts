import { defineLifecycle, mayBeSecond, type EventOf, type StateOf } from '#kernel';

/**
 * A case whose traveller or payer must be looked at stands still. One officer is enough to stop it, or
 * the warning of the bank whose card paid; two people let it go on, since money may leave then.
 */
export const freezeLifecycle = defineLifecycle({
  name: 'case freeze',
  initial: 'in_force',
  states: {
    in_force: { public: 'being_checked' },
    lift_proposed: { public: 'being_checked' },
    lift_approved: { public: 'being_checked' },
    lifted: { public: 'lifted' },
  },
  edges: [
    {
      event: 'proposed',
      from: ['in_force'],
      to: 'lift_proposed',
      by: ['officer', 'head of section'],
    },
    {
      event: 'declined',
      from: ['lift_proposed'],
      to: 'in_force',
      by: ['officer', 'head of section'],
    },
    {
      event: 'approved',
      from: ['lift_proposed'],
      to: 'lift_approved',
      by: ['head of section'],
      guard: 'another person',
    },
    { event: 'lifted', from: ['lift_approved'], to: 'lifted', by: ['worker'] },
  ],
});
export type FreezeState = StateOf<typeof freezeLifecycle>;
export type FreezeEvent = EventOf<typeof freezeLifecycle>;

/** It stops what the matrix says. */
export const IN_FORCE_STATES = [
  'in_force',
  'lift_proposed',
  'lift_approved',
] as const satisfies readonly FreezeState[];

/** Why officers stop a case; each code has a text in both languages. */
export const freezeReasons = ['fraud_suspected', 'sanctions_match'] as const;
/** Why it is stopped: by officers, or by the warning of the bank whose card paid. */
export type FreezeReason = (typeof freezeReasons)[number] | 'fraud_warning';
export const isFreezeReason = (code: string): code is (typeof freezeReasons)[number] =>
  (freezeReasons as readonly string[]).includes(code);

/** Why it may go on. */
export const liftReasons = ['nothing_found', 'another_person', 'authority_agrees'] as const;
export type LiftReason = (typeof liftReasons)[number];
export const isLiftReason = (code: string): code is LiftReason =>
  (liftReasons as readonly string[]).includes(code);

/** Whether this person may answer a proposal to lift it: who proposed it only takes it back. */
export const mayAnswerLift = (
  freeze: { readonly state: FreezeState; readonly proposedBy: string | null },
  event: 'approved' | 'declined',
  personId: string,
) => mayBeSecond(freezeLifecycle, freeze, event, personId, 'declined');
