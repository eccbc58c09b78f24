// The stories of cases, each with how often it happens and how long ago it may have ended.

/** When its last step was: at any time, in the last days, or in the last minutes. */
export type Age = 'over' | 'going_on' | 'just_now';

/** Hours that pass before a step; none where it happens at once. */
export const WAITS: Readonly<Record<string, number>> = {
  'case.submitted': 30,
  'case.review_started': 40,
  'case.information_requested': 4,
  'case.information_given': 60,
  'case.refused': 30,
  direction: 20,
  'direction.approved': 20,
  'direction.declined': 20,
  payment: 50,
  'payment.expired': 24,
  'payment.processing_started': 0.1,
  'payment.inquiry_opened': 30,
  'payment.disputed': 30,
  'payment.dispute_lost': 20,
  'bond.lapsed': 31 * 24,
  'bond.withdrawn': 50,
  'case.withdrawn': 20,
  'case.visa_issued': 50,
  'case.refused_after_posting': 50,
  in: 100,
  out: 240,
  'first.sending_started': 1,
  'first.processor_succeeded': 70,
  'first.processor_failed': 40,
  'first.processor_canceled': 40,
  'first.success_undone': 90,
  'second.approved': 20,
  'second.sending_started': 1,
  'second.processor_succeeded': 70,
  'spare.sending_started': 1,
  'spare.processor_succeeded': 70,
  reversal: 40,
  'reversal.proposed': 10,
  'reversal.approved': 10,
  'reversal.undone': 30,
  'bond.evidence_requested': 40,
  'bond.referred': 48,
};

const submitted = 'case.submitted';
const reviewed = `${submitted} case.review_started`;
const asked = `${reviewed} direction.approved bond case.bond_required`;
const paying = `${asked} payment bond.payment_started`;
const onTheWay = `${paying} payment.session_opened`;
const paid = `${onTheWay} payment.paid bond.money_arrived case.bond_posted`;
const issued = `${paid} case.visa_issued`;
const travelling = `${issued} in in.traveller_found in.assessed case.admitted`;
const cancelled = `${travelling} out out.traveller_found out.assessed bond.cancelled first case.closed`;
const left = `${cancelled} first.approved`;
const sending = `${left} first.sending_started`;
const pending = `${sending} first.processor_pending`;
const returned = `${pending} first.processor_succeeded`;
const referred = `${travelling} bond.referred`;
const taken = `${paid} reversal`;
const seconded = `${taken} reversal.proposed reversal.approved`;

const OVER = 'over';
const GOING_ON = 'going_on';
const JUST_NOW = 'just_now';

type Line = readonly [weight: number, age: Age, script: string];

export const LINES: readonly Line[] = [
  [20, GOING_ON, ''],
  [10, OVER, 'case.withdrawn'],
  [40, GOING_ON, submitted],
  [20, GOING_ON, reviewed],
  [10, GOING_ON, `${reviewed} case.information_requested`],
  [5, GOING_ON, `${reviewed} case.information_requested case.information_given`],
  [5, GOING_ON, `${reviewed} direction`],
  [3, GOING_ON, `${reviewed} direction.declined`],
  [50, OVER, `${reviewed} case.refused`],
  [1, GOING_ON, `${reviewed} case.approved_without_bond`],
  [20, GOING_ON, asked],
  [3, GOING_ON, paying],
  [10, GOING_ON, onTheWay],
  [3, GOING_ON, `${onTheWay} payment.processing_started`],
  [1, GOING_ON, `${onTheWay} payment.part_arrived`],
  [4, GOING_ON, `${onTheWay} payment.failed bond.payment_ended`],
  [20, OVER, `${onTheWay} payment.expired bond.payment_ended bond.lapsed case.bond_lapsed`],
  [
    2,
    OVER,
    `${onTheWay} payment.expired bond.payment_ended bond.lapsed case.bond_lapsed payment.paid`,
  ],
  [10, OVER, `${asked} bond.withdrawn case.withdrawn`],
  [30, GOING_ON, paid],
  [1, GOING_ON, `${paid} payment.inquiry_opened`],
  [
    4,
    OVER,
    `${paid} bond.cancelled first case.refused_after_posting first.approved first.sending_started first.processor_pending first.processor_succeeded bond.money_moved`,
  ],
  [30, GOING_ON, issued],
  [70, GOING_ON, travelling],
  [1, GOING_ON, `${issued} in`],
  [1, GOING_ON, `${issued} in in.traveller_found`],
  [2, GOING_ON, `${issued} in in.traveller_not_found`],
  [1, GOING_ON, `${travelling} out out.traveller_found out.set_aside`],
  [1, GOING_ON, cancelled],
  [0.05, JUST_NOW, left],
  [0.02, JUST_NOW, sending],
  [3, GOING_ON, pending],
  [0.1, GOING_ON, `${sending} first.sending_unclear`],
  [0.5, GOING_ON, `${sending} first.processor_requires_action`],
  [2, GOING_ON, `${pending} first.processor_failed second`],
  [1, GOING_ON, `${pending} first.processor_canceled second`],
  [1, GOING_ON, `${returned} bond.money_moved first.success_undone bond.refund_failed second`],
  [
    5,
    OVER,
    `${pending} first.processor_failed second second.approved second.sending_started second.processor_pending second.processor_succeeded bond.money_moved`,
  ],
  [
    5,
    OVER,
    `${onTheWay} payment.paid bond.money_arrived case.bond_posted spare spare.approved spare.sending_started spare.processor_pending spare.processor_succeeded case.visa_issued in in.traveller_found in.assessed case.admitted out out.traveller_found out.assessed bond.cancelled first case.closed first.approved first.sending_started first.processor_pending first.processor_succeeded bond.money_moved`,
  ],
  [560, OVER, `${returned} bond.money_moved`],
  [1, GOING_ON, `${travelling} bond.evidence_requested`],
  [2, GOING_ON, referred],
  [1, GOING_ON, taken],
  [1, GOING_ON, `${taken} reversal.proposed`],
  [1, GOING_ON, seconded],
  [1, OVER, `${taken} reversal.undone`],
  [
    1,
    OVER,
    `${issued} reversal reversal.proposed reversal.approved reversal.settled bond.charged_back bond.money_moved`,
  ],
  [1, GOING_ON, `${issued} reversal reversal.proposed reversal.approved bond.charged_back`],
  [1, GOING_ON, `${paid} payment.disputed reversal`],
  [1, GOING_ON, `${paid} payment.disputed reversal payment.dispute_lost`],
];
