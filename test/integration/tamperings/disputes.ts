// Disputes and what was answered: what a thief with every right could write, and the check that names it.
import { OTHERS_PAYMENT, SOMEBODY, type Tamperings } from './tampering.ts';

const ITS_PAYMENT = 'dispute: it is of a payment that we booked, its bond and its case';
const SAME_MONEY = 'dispute: its reversal is of the same money';
const WHERE = 'dispute: its money is where its state says';
const LAST_STEP = 'dispute: its state is its last step';
const OWN_NAME = 'dispute answer: who ordered it did so in their own name';
const ANSWER_STEP = 'dispute answer: its state is its last step';
const ARRIVED = 'dispute answer: what was delivered has arrived';
const ITS_PAYER = "dispute answer: it answers a dispute, and its payer is the bond's";

const OPEN = `bond_id = '$open'`;
const OF_OPEN = `dispute_id = (select id from dispute where ${OPEN})`;

export const disputes: Tamperings = {
  'dispute.processor_dispute_id': [[`processor_dispute_id = 'du_of_another'`, OPEN, SAME_MONEY]],
  'dispute.processor_payment_id': [[`processor_payment_id = ${OTHERS_PAYMENT}`, OPEN, ITS_PAYMENT]],
  'dispute.received_payment_id': [
    [
      `received_payment_id = (select received_payment_id from payment where bond_id = '$other')`,
      OPEN,
      ITS_PAYMENT,
    ],
  ],
  'dispute.bond_id': [[`bond_id = '$other'`, OPEN, ITS_PAYMENT]],
  'dispute.case_id': [
    [`case_id = (select case_id from bond where id = '$other')`, OPEN, ITS_PAYMENT],
  ],
  'dispute.reference': [[`reference = 'VB-0000-0000'`, OPEN, ITS_PAYMENT]],
  'dispute.amount_minor': [['amount_minor = amount_minor + 1', OPEN, SAME_MONEY]],
  'dispute.currency': [[`currency = 'EUR'`, OPEN, ITS_PAYMENT]],
  'dispute.state': [
    [`state = 'lost'`, OPEN, WHERE],
    [`state = 'to_answer'`, OPEN, LAST_STEP],
  ],
  'dispute.submissions': [['submissions = 0', OPEN, ARRIVED]],
  'dispute_answer.dispute_id': [['dispute_id = gen_random_uuid()', OF_OPEN, ITS_PAYER]],
  'dispute_answer.state': [[`state = 'sending'`, OF_OPEN, ANSWER_STEP]],
  'dispute_answer.ordered_by': [[`ordered_by = ${SOMEBODY}`, OF_OPEN, OWN_NAME]],
  'dispute_answer.payer_account_id': [[`payer_account_id = ${SOMEBODY}`, OF_OPEN, ITS_PAYER]],
  'dispute_answer.submissions_before': [['submissions_before = 7', OF_OPEN, ARRIVED]],
};
