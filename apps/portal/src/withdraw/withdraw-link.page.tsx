import { mayWithdraw, type CaseView } from '#application';
import type { PortalView } from '../text/index.ts';

/** The way to take it back, where there is one. */
export function WithdrawLink({ view, row }: { view: PortalView; row: CaseView }) {
  if (!mayWithdraw(row.state).ok) return null;
  const text = view.t(row.state === 'draft' ? 'withdraw.draftLink' : 'withdraw.link');
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`/cases/${row.reference}/withdraw`}>
        {text}
      </a>
    </p>
  );
}
