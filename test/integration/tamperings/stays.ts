// A longer stay and a death, as two people accepted them: what a thief with every right could write.
import { SOMEBODY, type Tamperings } from './tampering.ts';

const OF_ITS_CASE = 'stay fact: it is of its case, its bond and its applicant';
const FILES = 'stay fact: what was sent has its files, of its case';
const TWO_PEOPLE = 'stay fact: two people stand behind what is accepted';
const DECIDED = 'stay fact: the ledger knows who decided to return money';
const DONE = 'stay fact: what is in force was done';
const FOR_A_DEATH = 'refund: what goes back for a death has the two people behind it';
const GRANTED = 'visa: a longer stay is what two people granted';

const LONGER = `bond_id = '$stayed'`;
const DEATH = `bond_id = '$dead'`;
const OTHERS_CASE = `(select case_id from bond where id = '$other')`;
const FILE = `stay_fact_id = (select id from stay_fact where ${LONGER})`;

export const stays: Tamperings = {
  'stay_fact.case_id': [[`case_id = ${OTHERS_CASE}`, LONGER, OF_ITS_CASE]],
  'stay_fact.bond_id': [
    [`bond_id = '$other'`, LONGER, OF_ITS_CASE],
    [`bond_id = '$other'`, DEATH, DECIDED],
  ],
  'stay_fact.reference': [[`reference = 'VB-0000-0000'`, LONGER, OF_ITS_CASE]],
  'stay_fact.consulate_id': [['consulate_id = gen_random_uuid()', LONGER, OF_ITS_CASE]],
  'stay_fact.applicant_account_id': [[`applicant_account_id = ${SOMEBODY}`, LONGER, OF_ITS_CASE]],
  'stay_fact.contact_point_id': [['contact_point_id = gen_random_uuid()', LONGER, OF_ITS_CASE]],
  'stay_fact.kind': [
    [`kind = 'application_to_stay', reason_code = null, recorded_by = proposed_by`, LONGER, DONE],
  ],
  'stay_fact.state': [
    [`state = 'accepted'`, LONGER, GRANTED],
    [`state = 'accepted'`, DEATH, FOR_A_DEATH],
  ],
  'stay_fact.accepted_day': [['accepted_day = accepted_day + 30', LONGER, GRANTED]],
  'stay_fact.proposed_by': [['proposed_by = gen_random_uuid()', LONGER, TWO_PEOPLE]],
  'stay_fact.decided_by': [['decided_by = gen_random_uuid()', LONGER, TWO_PEOPLE]],
  'stay_fact.decision_id': [['decision_id = gen_random_uuid()', DEATH, FOR_A_DEATH]],
  'stay_fact_upload.stay_fact_id': [['stay_fact_id = gen_random_uuid()', FILE, FILES]],
  'stay_fact_upload.upload_id': [
    [`upload_id = (select id from upload where case_id = ${OTHERS_CASE})`, FILE, FILES],
  ],
  'visa.extended_until': [
    [
      'extended_until = extended_until + 30, leave_by = leave_by + 30',
      `case_id = (select case_id from bond where id = '$stayed')`,
      GRANTED,
    ],
  ],
};
