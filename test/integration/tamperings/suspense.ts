// What people made of money in suspense: what a thief with every right could write, and the check that
// names it.
import { SOMEBODY, type Tamperings } from './tampering.ts';

const BY_TWO = 'suspense: two people stand behind what moves, or one may';
const ITS_BOND = 'suspense: a match is with the bond that it names';
const IN_BOOKS = 'suspense: a match that is done is in the books, and no other';
const RETURNED = 'suspense: what two people return is their decision and its refund';
const OF_TWO = "refund: out of suspense it is a rule's or two people's";

const MATCH = `kind = 'match'`;
const RETURN = `kind = 'return'`;
const OTHERS = `(select received_payment_id from payment where bond_id = '$other')`;

export const suspense: Tamperings = {
  'suspense_proposal.received_payment_id': [
    [`received_payment_id = ${OTHERS}`, MATCH, IN_BOOKS],
    [`received_payment_id = ${OTHERS}`, RETURN, RETURNED],
  ],
  'suspense_proposal.kind': [
    [
      `kind = 'return', bond_id = null, reference = null, decision_id = gen_random_uuid()`,
      MATCH,
      RETURNED,
    ],
    [`kind = 'match', bond_id = '$other', reference = '', decision_id = null`, RETURN, OF_TWO],
  ],
  'suspense_proposal.bond_id': [[`bond_id = '$other'`, MATCH, ITS_BOND]],
  'suspense_proposal.reference': [[`reference = 'VB-0000-0000'`, MATCH, ITS_BOND]],
  'suspense_proposal.amount_minor': [
    ['amount_minor = amount_minor - 1', MATCH, IN_BOOKS],
    ['amount_minor = amount_minor - 1', RETURN, RETURNED],
  ],
  'suspense_proposal.currency': [
    [`currency = 'EUR'`, MATCH, IN_BOOKS],
    [`currency = 'EUR'`, RETURN, RETURNED],
  ],
  'suspense_proposal.decision_id': [['decision_id = gen_random_uuid()', RETURN, OF_TWO]],
  'suspense_proposal.state': [
    [`state = 'overtaken'`, MATCH, IN_BOOKS],
    [`state = 'approved'`, RETURN, RETURNED],
  ],
  'suspense_proposal.proposed_by': [[`proposed_by = ${SOMEBODY}`, RETURN, RETURNED]],
  'suspense_proposal.decided_by': [
    ['decided_by = null', MATCH, BY_TWO],
    [`decided_by = ${SOMEBODY}`, RETURN, RETURNED],
  ],
};
