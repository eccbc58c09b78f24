// Evidence that returned a bond: what a thief with every right could write, and the check that names it.
import { SOMEBODY, type Tamperings } from './tampering.ts';

const OF_ITS_BOND = 'evidence: it is of its case, its bond and its applicant';
const FILES = 'evidence: what was sent has its files, of its case';
const DECIDED = 'evidence: the ledger knows who decided it';
const CARRIED_OUT = 'evidence: carried out is a refund of its decision, on a departure in time';
const HAS_EVIDENCE = 'refund: what two people decided has the evidence for it';
const PARTS = 'upload: its parts are all there, and no more';
const OWNER = 'upload: it is of the person and the applicant of its case';

const PROVED = `bond_id = '$proved'`;
const UPLOAD = `case_id = (select case_id from bond where id = '$proved')`;
const OTHERS_CASE = `(select case_id from bond where id = '$other')`;

export const evidence: Tamperings = {
  'evidence.case_id': [[`case_id = ${OTHERS_CASE}`, PROVED, OF_ITS_BOND]],
  'evidence.bond_id': [[`bond_id = '$other'`, PROVED, DECIDED]],
  'evidence.reference': [[`reference = 'VB-0000-0000'`, PROVED, OF_ITS_BOND]],
  'evidence.consulate_id': [['consulate_id = gen_random_uuid()', PROVED, OF_ITS_BOND]],
  'evidence.applicant_account_id': [[`applicant_account_id = ${SOMEBODY}`, PROVED, OF_ITS_BOND]],
  'evidence.contact_point_id': [['contact_point_id = gen_random_uuid()', PROVED, OF_ITS_BOND]],
  'evidence.departed_on': [
    ['departed_on = departed_on - 1', PROVED, CARRIED_OUT],
    ['departed_on = departed_on + 400', PROVED, CARRIED_OUT],
  ],
  'evidence.state': [
    [`state = 'accepted'`, PROVED, HAS_EVIDENCE],
    [
      `state = 'refused', proposal = 'refuse', decision_id = null, refusal_reason = 'x'`,
      PROVED,
      HAS_EVIDENCE,
    ],
  ],
  'evidence.proposed_by': [['proposed_by = gen_random_uuid()', PROVED, DECIDED]],
  'evidence.decided_by': [['decided_by = gen_random_uuid()', PROVED, DECIDED]],
  'evidence.decision_id': [['decision_id = gen_random_uuid()', PROVED, HAS_EVIDENCE]],
  'evidence_upload.evidence_id': [
    [
      'evidence_id = gen_random_uuid()',
      `evidence_id in (select id from evidence where ${PROVED})`,
      FILES,
    ],
  ],
  'evidence_upload.upload_id': [
    [
      `upload_id = (select id from upload where case_id = ${OTHERS_CASE})`,
      `evidence_id in (select id from evidence where ${PROVED})`,
      FILES,
    ],
  ],
  'upload.case_id': [[`case_id = ${OTHERS_CASE}`, UPLOAD, FILES]],
  'upload.person_id': [['person_id = gen_random_uuid()', UPLOAD, OWNER]],
  'upload.account_id': [[`account_id = ${SOMEBODY}`, UPLOAD, OWNER]],
  'upload.bytes': [['bytes = bytes + 262144', UPLOAD, PARTS]],
  'upload_part.part': [['part = part + 1', 'true', PARTS]],
  'upload_part.upload_id': [['upload_id = gen_random_uuid()', 'true', PARTS]],
};
