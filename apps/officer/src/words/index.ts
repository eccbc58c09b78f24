// Every state and every code of a reason has one home for what it is called: a list here, which badges,
// tables, filters and history speak from. A state without words does not compile.
import { caseWords, refusalWords, closeWords, renewalWords, reassignWords } from './case.ts';
import {
  bondWords,
  paymentWords,
  directionWords,
  tierWords,
  declineWords,
  correctionWords,
} from './bond.ts';
import {
  disbursementWords,
  reversalWords,
  pendingWords,
  waitWords,
  failureWords,
  ruleWords,
} from './refund.ts';
import { movementWords, kindWords, asideWords } from './movement.ts';
import { inboxWords } from './inbox.ts';
import { inLanguage } from './words.ts';

export const en = {
  case: inLanguage('en', caseWords),
  refusal: inLanguage('en', refusalWords),
  close: inLanguage('en', closeWords),
  renewal: inLanguage('en', renewalWords),
  reassign: inLanguage('en', reassignWords),
  bond: inLanguage('en', bondWords),
  payment: inLanguage('en', paymentWords),
  direction: inLanguage('en', directionWords),
  tier: inLanguage('en', tierWords),
  decline: inLanguage('en', declineWords),
  correction: inLanguage('en', correctionWords),
  disbursement: inLanguage('en', disbursementWords),
  reversal: inLanguage('en', reversalWords),
  pending: inLanguage('en', pendingWords),
  waits: inLanguage('en', waitWords),
  failure: inLanguage('en', failureWords),
  rule: inLanguage('en', ruleWords),
  movement: inLanguage('en', movementWords),
  kind: inLanguage('en', kindWords),
  aside: inLanguage('en', asideWords),
  inbox: inLanguage('en', inboxWords),
};

export const fr = {
  case: inLanguage('fr', caseWords),
  refusal: inLanguage('fr', refusalWords),
  close: inLanguage('fr', closeWords),
  renewal: inLanguage('fr', renewalWords),
  reassign: inLanguage('fr', reassignWords),
  bond: inLanguage('fr', bondWords),
  payment: inLanguage('fr', paymentWords),
  direction: inLanguage('fr', directionWords),
  tier: inLanguage('fr', tierWords),
  decline: inLanguage('fr', declineWords),
  correction: inLanguage('fr', correctionWords),
  disbursement: inLanguage('fr', disbursementWords),
  reversal: inLanguage('fr', reversalWords),
  pending: inLanguage('fr', pendingWords),
  waits: inLanguage('fr', waitWords),
  failure: inLanguage('fr', failureWords),
  rule: inLanguage('fr', ruleWords),
  movement: inLanguage('fr', movementWords),
  kind: inLanguage('fr', kindWords),
  aside: inLanguage('fr', asideWords),
  inbox: inLanguage('fr', inboxWords),
};
