// Who pays in the traveller's place: what a thief could write, and the check that names it.
import { SOMEBODY, type Tamperings } from './tampering.ts';

const TAKEN_ON = `bond_id = '$elses' and state = 'accepted'`;
const ITS_PAYER = 'bond: its payer is its applicant, or took it on';
const BY_WHO_MAY = 'invitation: it is of its bond, and its steps were taken by who may';

export const payers: Tamperings = {
  'bond.payer_account_id': [
    ['payer_account_id = applicant_account_id', `id = '$elses'`, ITS_PAYER],
    [`payer_account_id = ${SOMEBODY}`, `id = '$due'`, ITS_PAYER],
  ],
  'payer_invitation.payer_account_id': [[`payer_account_id = ${SOMEBODY}`, TAKEN_ON, BY_WHO_MAY]],
  'payer_invitation.applicant_account_id': [
    [`applicant_account_id = ${SOMEBODY}`, TAKEN_ON, BY_WHO_MAY],
  ],
  'payer_invitation.bond_id': [[`bond_id = '$other'`, TAKEN_ON, ITS_PAYER]],
  'payer_invitation.state': [
    [`state = 'ended'`, TAKEN_ON, ITS_PAYER],
    [`state = 'ended'`, TAKEN_ON, BY_WHO_MAY],
  ],
};
