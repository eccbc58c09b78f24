// What two people decided of a breach: what a thief with every right could write, and the check that names it.
import { SOMEBODY, type Tamperings } from './tampering.ts';

const OF_ITS_BOND = 'breach: a file is of its bond and its people';
const TWO_PEOPLE = 'breach: two people stand behind what is carried out, in the ledger too';
const OWN_WORK = 'breach: nobody decides an appeal against his own work';
const WHO_SET = 'breach: nobody decides who set the bond';
const RESERVED = 'breach: what is reserved for the state is what a decision says';
const FINAL = 'breach: the state has money only once the breach was final';
const SETTLED = 'breach: a final one has settled its part';
const RETURNED = 'breach: what a decision returns has its refund';
const STANDS = 'breach: the bond stands where its file does';
const SPEAKS = 'breach: a decision speaks of each ground that was named, and of each factor';

const ITS_FILES = 'breach: what was sent with a reply is of its case';

const fileOf = (bond: string) => `(select id from breach_file where bond_id = '${bond}')`;
/** Of a bond that is the state's in part, and nothing of it final yet. */
const JUDGED = `bond_id = '$judged'`;
const SENT = `ground_id = (select id from breach_ground where file_id = ${fileOf('$judged')})`;
const RULING = `kind = 'decision' and file_id = ${fileOf('$judged')}`;
const rulingOf = (bond: string, kind: string) =>
  `(select id from breach_ruling where kind = '${kind}' and file_id = ${fileOf(bond)})`;
const APPEAL = `kind = 'appeal' and file_id = ${fileOf('$allowed')}`;
const JUDGE = `(select proposed_by from breach_ruling where id = ${rulingOf('$allowed', 'decision')})`;
const SETTER = `(select proposed_by from bond_direction d join bond b on b.case_id = d.case_id
  where b.id = '$judged')`;

export const breaches: Tamperings = {
  'breach_file.bond_id': [[`bond_id = '$other'`, JUDGED, OF_ITS_BOND]],
  'breach_file.case_id': [['case_id = gen_random_uuid()', JUDGED, OF_ITS_BOND]],
  'breach_file.reference': [[`reference = 'VB-0000-0000'`, JUDGED, OF_ITS_BOND]],
  'breach_file.applicant_account_id': [[`applicant_account_id = ${SOMEBODY}`, JUDGED, OF_ITS_BOND]],
  'breach_file.payer_account_id': [[`payer_account_id = ${SOMEBODY}`, JUDGED, OF_ITS_BOND]],
  'breach_file.notice_by': [
    [
      `notice_by = (select proposed_by from breach_ruling where ${APPEAL})`,
      `bond_id = '$allowed'`,
      OWN_WORK,
    ],
  ],
  'breach_file.served_at': [['served_at = null, by_post = null, appeal_by = null', JUDGED, STANDS]],
  'breach_ground.file_id': [
    ['file_id = gen_random_uuid()', `file_id = ${fileOf('$judged')}`, SPEAKS],
  ],
  'breach_ground_upload.ground_id': [['ground_id = gen_random_uuid()', SENT, ITS_FILES]],
  'breach_ground_upload.upload_id': [
    [
      `upload_id = (select id from upload where case_id = (select case_id from bond where id = '$other'))`,
      SENT,
      ITS_FILES,
    ],
  ],
  'breach_ruling.file_id': [[`file_id = ${fileOf('$allowed')}`, RULING, RESERVED]],
  'breach_ruling.kind': [
    [
      `kind = 'appeal', outcome = 'overturned', forfeit_minor = 0, forfeit_seq = null`,
      RULING,
      STANDS,
    ],
  ],
  'breach_ruling.outcome': [
    [`outcome = 'none', forfeit_minor = 0, forfeit_seq = null`, RULING, SPEAKS],
  ],
  'breach_ruling.refund_minor': [['refund_minor = refund_minor + 1', RULING, RETURNED]],
  'breach_ruling.forfeit_minor': [['forfeit_minor = forfeit_minor + 1', RULING, RESERVED]],
  'breach_ruling.currency': [[`currency = 'EUR'`, RULING, TWO_PEOPLE]],
  'breach_ruling.decision_id': [['decision_id = gen_random_uuid()', RULING, RETURNED]],
  'breach_ruling.forfeit_seq': [['forfeit_seq = forfeit_seq + 100', RULING, RESERVED]],
  'breach_ruling.state': [[`state = 'approved', forfeit_seq = null`, RULING, RESERVED]],
  'breach_ruling.proposed_by': [
    ['proposed_by = gen_random_uuid()', RULING, TWO_PEOPLE],
    [`proposed_by = ${SETTER}`, RULING, WHO_SET],
    [`proposed_by = ${JUDGE}`, APPEAL, OWN_WORK],
  ],
  'breach_ruling.decided_by': [
    ['decided_by = gen_random_uuid()', RULING, TWO_PEOPLE],
    [`decided_by = ${SETTER}`, RULING, WHO_SET],
    [`decided_by = ${JUDGE}`, APPEAL, OWN_WORK],
  ],
  'breach_finding.ruling_id': [
    ['ruling_id = gen_random_uuid()', `ruling_id = ${rulingOf('$judged', 'decision')}`, SPEAKS],
  ],
  'breach_finding.is_established': [
    ['is_established = false', `ruling_id = ${rulingOf('$judged', 'decision')}`, SPEAKS],
  ],
  'breach_factor.ruling_id': [
    ['ruling_id = gen_random_uuid()', `ruling_id = ${rulingOf('$judged', 'decision')}`, SPEAKS],
  ],
  'bond_history.event': [
    [`event = 'referred'`, `owner_id = '$final' and event = 'became_final'`, FINAL],
  ],
  'bond.state': [[`state = 'breach_final'`, `id = '$judged'`, SETTLED]],
};
