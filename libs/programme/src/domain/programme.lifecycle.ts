import { defineLifecycle, ok, refused, type EventOf, type Result, type StateOf } from '#kernel';

/** The switch of a programme. Bonds that are held are refunded or decided in every state. */
export const programmeLifecycle = defineLifecycle({
  name: 'programme',
  initial: 'open',
  states: {
    open: { public: 'open' },
    suspended: { public: 'suspended' },
    withdrawn: { public: 'withdrawn' },
  },
  edges: [
    { event: 'opened', from: ['suspended', 'withdrawn'], to: 'open', by: ['head_of_section'] },
    { event: 'suspended', from: ['open'], to: 'suspended', by: ['head_of_section'] },
    { event: 'withdrawn', from: ['open', 'suspended'], to: 'withdrawn', by: ['head_of_section'] },
  ],
});

export type ProgrammeState = StateOf<typeof programmeLifecycle>;
export type ProgrammeEvent = EventOf<typeof programmeLifecycle>;

/** The event that leads to a state; the database has no other way there. */
export const eventTo: Readonly<Record<ProgrammeState, ProgrammeEvent>> = {
  open: 'opened',
  suspended: 'suspended',
  withdrawn: 'withdrawn',
};

/** Why a programme is in its state; each code has a text in both languages. */
export const switchReasons = [
  'in_force',
  'decided_by_government',
  'nationality_delisted',
  'legal_basis_ended',
  'replaced_by_new_rules',
  'security',
  'operations_interrupted',
] as const;
export type SwitchReason = (typeof switchReasons)[number];

export const isSwitchReason = (code: string): code is SwitchReason =>
  (switchReasons as readonly string[]).includes(code);

/** A programme as its switch stands, with the reason: a code of `switchReasons`. */
interface Switched {
  readonly state: ProgrammeState;
  readonly stateReason: string;
}

/**
 * Intake stops when a programme is suspended or withdrawn; what is under way goes on. A draft is
 * not: it may neither be begun nor submitted then.
 */
export function mayOpenCase(programme: Switched): Result<true, 'programme_not_open'> {
  const { state, stateReason } = programme;
  return state === 'open'
    ? ok(true)
    : refused('programme_not_open', { state, reason: stateReason });
}

/** Those that take cases before the others, each part in the order in which it came. */
export const openFirst = <P extends Switched>(programmes: readonly P[]): P[] => {
  const isOpen = (p: P) => mayOpenCase(p).ok;
  return [...programmes.filter(isOpen), ...programmes.filter((p) => !isOpen(p))];
};

/** A rule set becomes law for new cases only after a second person approved it. */
export const programmeVersionLifecycle = defineLifecycle({
  name: 'programme version',
  initial: 'draft',
  states: {
    draft: { public: 'draft' },
    approved: { public: 'announced' },
    in_force: { public: 'in_force' },
    superseded: { public: 'superseded' },
  },
  edges: [
    {
      event: 'approved',
      from: ['draft'],
      to: 'approved',
      by: ['head_of_section'],
      guard: 'not the person who wrote it',
    },
    { event: 'edited', from: ['approved'], to: 'draft', by: ['head_of_section'] },
    {
      event: 'put_in_force',
      from: ['approved'],
      to: 'in_force',
      by: ['rule'],
      guard: 'the effective date is reached',
    },
    { event: 'superseded', from: ['in_force'], to: 'superseded', by: ['rule'] },
  ],
});

export type ProgrammeVersionState = StateOf<typeof programmeVersionLifecycle>;
