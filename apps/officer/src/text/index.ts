import { createTexts, type English, type PageView } from '#web';
import * as account from '../account/account.text.ts';
import * as answers from '../cases/answers.text.ts';
import * as approvals from '../approvals/approvals.text.ts';
import * as aside from '../aside/aside.text.ts';
import * as bonds from '../money/bonds.text.ts';
import * as borderCallbacks from '../border-clients/border-callbacks.text.ts';
import * as borderClients from '../border-clients/border-clients.text.ts';
import * as breaches from '../breaches/breaches.text.ts';
import * as breachForms from '../breaches/forms.text.ts';
import * as books from '../books/books.text.ts';
import * as checked from '../checked/checked.text.ts';
import * as cases from '../cases/cases.text.ts';
import * as confirm from '../decisions/confirm.text.ts';
import * as decide from '../decisions/decide.text.ts';
import * as desk from '../desk/desk.text.ts';
import * as bankStatements from '../treasury/bank-statements.text.ts';
import * as differences from '../treasury/differences.text.ts';
import * as disputes from '../disputes/disputes.text.ts';
import * as evidence from '../evidence/evidence.text.ts';
import * as events from '../events/events.text.ts';
import * as history from '../cases/history.text.ts';
import * as imports from '../imports/imports.text.ts';
import * as lists from '../shared/lists.text.ts';
import * as matching from '../matching/matching.text.ts';
import * as movements from '../movements/movements.text.ts';
import * as nav from './nav.text.ts';
import * as passport from '../passports/passport.text.ts';
import * as queues from '../queues/queues.text.ts';
import * as refunds from '../money/refunds.text.ts';
import * as reversals from '../money/reversals.text.ts';
import * as freezes from '../freezes/freezes.text.ts';
import * as refundRun from '../refund-run/refund-run.text.ts';
import * as revocations from '../revocations/revocations.text.ts';
import * as search from '../search/search.text.ts';
import * as stays from '../stays/stays.text.ts';
import * as statement from '../statement/statement.text.ts';
import * as suspense from '../suspense/suspense.text.ts';
import * as suspenseSteps from '../suspense/steps.text.ts';
import * as transfers from '../transfers/transfers.text.ts';
import * as balances from '../treasury/balances.text.ts';
import * as liquidity from '../treasury/liquidity.text.ts';
import * as reconciliation from '../treasury/reconciliation.text.ts';
import * as months from '../treasury/months.text.ts';
import * as exports from '../treasury/exports.text.ts';
import * as deadlines from '../treasury/deadlines.text.ts';
import * as treasury from '../treasury/treasury.text.ts';
import * as unfinished from '../unfinished/unfinished.text.ts';
import * as states from '../words/index.ts';

/** Every word of the officers’ site. Each part's stand beside its pages, in both languages. */
export const parts = {
  account,
  answers,
  approvals,
  aside,
  balances,
  bonds,
  books,
  borderCallbacks,
  borderClients,
  breaches,
  breachForms,
  cases,
  checked,
  confirm,
  decide,
  desk,
  bankStatements,
  differences,
  disputes,
  events,
  evidence,
  history,
  imports,
  lists,
  matching,
  movements,
  nav,
  passport,
  queues,
  refunds,
  reversals,
  freezes,
  reconciliation,
  refundRun,
  revocations,
  search,
  statement,
  stays,
  states,
  suspense,
  suspenseSteps,
  transfers,
  liquidity,
  deadlines,
  exports,
  months,
  treasury,
  unfinished,
};
export const texts = createTexts(parts);
/** What every page of the officers’ site is given. */
export type OfficerView = PageView<English<typeof parts>>;
