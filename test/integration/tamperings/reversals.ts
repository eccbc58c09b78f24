// Money that left by another way: what a thief with every right could write, and the check that names it.
import { OTHERS_PAYMENT, IN_FULL, type Tamperings } from './tampering.ts';

const ITS_PAYMENT = 'reversal: it is of a payment that we booked, its bond and its case';
const AS_BOOKED = 'reversal: it is booked as it stands';
const BY_TWO = 'reversal: two people stand behind what was made of it';
const LATE = 'reversal: money that came back late went where it says';

export const reversals: Tamperings = {
  'reversal.kind': [
    [
      `kind = 'dispute', processor_object = 'du' || substr(processor_object, 3)`,
      `bond_id = '$gone'`,
      AS_BOOKED,
    ],
  ],
  'reversal.processor_object': [
    [`processor_object = 're_of_another'`, `bond_id = '$gone'`, AS_BOOKED],
  ],
  'reversal.processor_payment_id': [
    [`processor_payment_id = ${OTHERS_PAYMENT}`, `bond_id = '$gone'`, ITS_PAYMENT],
  ],
  'reversal.received_payment_id': [
    [
      `received_payment_id = (select received_payment_id from payment where bond_id = '$other')`,
      `bond_id = '$gone'`,
      ITS_PAYMENT,
    ],
  ],
  'reversal.bond_id': [
    [`bond_id = '$other'`, `bond_id = '$gone'`, ITS_PAYMENT],
    ['bond_id = null', `bond_id = '$open'`, ITS_PAYMENT],
  ],
  'reversal.case_id': [
    [`case_id = (select case_id from bond where id = '$other')`, `bond_id = '$open'`, ITS_PAYMENT],
  ],
  'reversal.reference': [[`reference = 'VB-0000-0000'`, `bond_id = '$gone'`, ITS_PAYMENT]],
  'reversal.amount_minor': [
    ['amount_minor = amount_minor - 1', `bond_id = '$gone'`, AS_BOOKED],
    ['amount_minor = amount_minor + 1', `bond_id = '$open'`, AS_BOOKED],
  ],
  'reversal.currency': [[`currency = 'EUR'`, `bond_id = '$gone'`, ITS_PAYMENT]],
  'reversal.money': [
    [`money = 'back'`, `bond_id = '$gone'`, AS_BOOKED],
    [`money = 'waiting'`, `bond_id = '$open'`, AS_BOOKED],
    [`money = 'left'`, `bond_id = '$open'`, AS_BOOKED],
  ],
  'reversal.state': [
    [`state = 'undone', money = 'back'`, `bond_id = '$gone'`, AS_BOOKED],
    [
      `state = 'settled', money = 'left', outcome = 'accepted', proposed_by = gen_random_uuid(),
         approved_by = gen_random_uuid()`,
      `bond_id = '$open'`,
      BY_TWO,
    ],
  ],
  'reversal.outcome': [[`outcome = 'post_again'`, `bond_id = '$gone'`, IN_FULL]],
  'reversal.came_back_to': [
    [`came_back_to = 'bond'`, `bond_id = '$late'`, LATE],
    ['came_back_to = null', `bond_id = '$late'`, LATE],
    [`came_back_to = 'suspense', money = 'back', state = 'undone'`, `bond_id = '$gone'`, LATE],
  ],
  'reversal.proposed_by': [[`proposed_by = gen_random_uuid()`, `bond_id = '$gone'`, BY_TWO]],
  'reversal.approved_by': [[`approved_by = gen_random_uuid()`, `bond_id = '$gone'`, BY_TWO]],
};
