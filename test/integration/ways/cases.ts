// Cases, bonds and what people decide about them.
import { NOBODY, type LifecycleWays } from './way.ts';

const theCase: LifecycleWays = {
  ways: {
    submitted: ['portal POST /cases/:reference/apply/check'],
    review_started: ['officer POST /cases/:reference/take'],
    information_requested: ['officer POST /cases/:reference/information'],
    information_given: ['portal POST /cases/:reference/information'],
    information_not_given: ['sweep requests for information'],
    refused: ['officer POST /cases/:reference/refuse'],
    bond_required: ['officer POST /cases/:reference/direct', 'officer POST /approvals/:id/approve'],
    approved_without_bond: ['officer POST /approvals/:id/approve'],
    bond_posted: ['api POST /webhooks/stripe'],
    bond_lapsed: ['sweep lapses'],
    reopened: ['officer POST /cases/:reference/reopen'],
    visa_issued: ['officer POST /cases/:reference/visa'],
    refused_after_posting: ['officer POST /cases/:reference/refuse'],
    payment_reversed: ['job reversal.settle'],
    admitted: ['job movements.assess'],
    admission_taken_back: ['job movements.assess'],
    closed: {
      visa_issued: ['sweep visas never used', 'officer POST /revocations/:id/approve'],
      travelling: [
        'job movements.assess',
        'job evidence.settle',
        'job breach.carry_out',
        'sweep windows to appeal that are over',
      ],
    },
    withdrawn: {
      draft: ['portal POST /cases/:reference/withdraw'],
      submitted: ['portal POST /cases/:reference/withdraw'],
      in_review: ['portal POST /cases/:reference/withdraw'],
      information_requested: ['portal POST /cases/:reference/withdraw'],
      bond_required: ['portal POST /cases/:reference/withdraw'],
      approved_without_bond: ['portal POST /cases/:reference/withdraw'],
      bond_posted: ['portal POST /cases/:reference/withdraw'],
      bond_lapsed: ['portal POST /cases/:reference/withdraw'],
      // The visa is in the passport: it is given back, and two people revoke it.
      visa_issued: NOBODY,
    },
  },
  ends: ['refused', 'refused_after_posting', 'closed', 'withdrawn'],
};

const bond: LifecycleWays = {
  ways: {
    payment_started: ['portal POST /cases/:reference/bond/pay', 'sweep payments in between'],
    payment_ended: ['api POST /webhooks/stripe', 'sweep payments in between'],
    money_arrived: ['api POST /webhooks/stripe'],
    lapsed: ['sweep lapses'],
    withdrawn: ['portal POST /cases/:reference/withdraw'],
    reopened: ['officer POST /cases/:reference/reopen'],
    corrected: ['officer POST /cases/:reference/correct', 'officer POST /approvals/:id/approve'],
    cancelled: {
      held: [
        'job movements.assess',
        'job evidence.settle',
        'job bond.cancel',
        'sweep visas never used',
      ],
      evidence_requested: ['job movements.assess', 'job evidence.settle'],
      not_breached: ['job breach.carry_out'],
      overturned: ['job breach.carry_out'],
      rescinded: ['job breach.carry_out'],
    },
    late_proof_accepted: ['job evidence.settle'],
    evidence_requested: ['sweep departures never recorded'],
    stay_extended: ['job stay_fact.carry_out'],
    referred: {
      held: ['job movements.assess'],
      evidence_requested: ['job movements.assess', 'sweep requests for evidence without an answer'],
    },
    notice_given: ['officer POST /breaches/:id/notice'],
    found_not_breached: ['job breach.carry_out'],
    breach_declared: ['job breach.carry_out'],
    appealed: ['portal POST /cases/:reference/breach/appeal'],
    overturned: ['job breach.carry_out'],
    upheld: ['job breach.carry_out'],
    became_final: {
      breach_declared: ['sweep windows to appeal that are over'],
      upheld: ['job breach.carry_out'],
    },
    rescinded: ['job breach.carry_out'],
    money_moved: {
      cancelled: ['api POST /webhooks/stripe', 'job disbursement.send', 'job reversal.settle'],
      breach_final: ['sweep windows to appeal that are over', 'job breach.carry_out'],
      unsecured: ['job reversal.settle'],
    },
    refund_failed: ['api POST /webhooks/stripe'],
    charged_back: ['job reversal.settle'],
    // Two people have settled it by then (R35): what came back lies in suspense.
    dispute_won: NOBODY,
    required_again: ['job reversal.settle'],
  },
  ends: ['lapsed', 'withdrawn', 'closed'],
};

const direction: LifecycleWays = {
  ways: {
    approved: ['officer POST /approvals/:id/approve'],
    declined: ['officer POST /approvals/:id/decline'],
  },
  ends: ['approved', 'declined'],
};

const revocation: LifecycleWays = {
  ways: {
    approved: ['officer POST /revocations/:id/approve'],
    declined: ['officer POST /revocations/:id/decline'],
  },
  ends: ['approved', 'declined'],
};

const freeze: LifecycleWays = {
  ways: {
    proposed: ['officer POST /freezes/:id/lift'],
    declined: ['officer POST /freezes/:id/decline'],
    approved: ['officer POST /freezes/:id/approve'],
    lifted: ['job freeze.lift'],
  },
  ends: ['lifted'],
};

const evidence: LifecycleWays = {
  ways: {
    sent: ['portal POST /cases/:reference/departure/send'],
    proposed: ['officer POST /evidence/:id/propose'],
    sent_back: ['officer POST /evidence/:id/send-back'],
    accepted: ['officer POST /evidence/:id/confirm'],
    refused: ['officer POST /evidence/:id/confirm'],
    carried_out: ['job evidence.settle'],
    money_changed: ['job evidence.settle'],
    overtaken: ['sweep evidence accepted or overtaken'],
  },
  ends: ['settled', 'refused', 'not_needed'],
};

const stayFact: LifecycleWays = {
  ways: {
    sent: ['portal POST /cases/:reference/extension/send', 'officer POST /stay-facts/:id/record'],
    proposed: ['officer POST /stay-facts/:id/propose', 'officer POST /stay-facts/:id/record'],
    sent_back: ['officer POST /stay-facts/:id/send-back'],
    accepted: ['officer POST /stay-facts/:id/confirm'],
    refused: ['officer POST /stay-facts/:id/confirm'],
    carried_out: ['job stay_fact.carry_out'],
    money_changed: ['job stay_fact.carry_out'],
    overtaken: ['sweep facts of stays accepted or overtaken'],
  },
  ends: ['in_force', 'refused', 'not_needed'],
};

const ruling: LifecycleWays = {
  ways: {
    approved: [
      'officer POST /breaches/:id/rulings/:ruling/approve',
      'officer POST /breaches/:id/appeal/:ruling/approve',
    ],
    declined: [
      'officer POST /breaches/:id/rulings/:ruling/decline',
      'officer POST /breaches/:id/appeal/:ruling/decline',
    ],
    overtaken: ['job breach.carry_out'],
    carried_out: ['job breach.carry_out'],
  },
  ends: ['declined', 'overtaken', 'carried_out'],
};

/** A switch and its rules: an installation brings them, and no page changes them yet. */
const programme: LifecycleWays = {
  ways: { opened: NOBODY, suspended: NOBODY, withdrawn: NOBODY },
  ends: ['open', 'suspended', 'withdrawn'],
  begins: ['open', 'suspended', 'withdrawn'],
};
const version: LifecycleWays = {
  ways: { approved: NOBODY, edited: NOBODY, put_in_force: NOBODY, superseded: NOBODY },
  ends: ['in_force', 'superseded'],
  begins: ['in_force', 'superseded'],
};

export const casesAndBonds: Readonly<Record<string, LifecycleWays>> = {
  ...{
    case: theCase,
    bond,
    'bond direction': direction,
    'visa revocation': revocation,
    'case freeze': freeze,
  },
  ...{
    evidence,
    'stay fact': stayFact,
    'breach ruling': ruling,
    programme,
    'programme version': version,
  },
};
