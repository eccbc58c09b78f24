import { Reference } from '#web';
import type { OfficerView } from '../text/index.ts';

/** The case's page for whoever may open it; for the others its reference. */
export const CaseLink = ({ view, reference }: { view: OfficerView; reference: string }) =>
  view.account?.permissions.has('case.read') ? (
    <a class="govuk-link" href={`/cases/${reference}`}>
      <Reference code={reference} />
    </a>
  ) : (
    <Reference code={reference} />
  );
