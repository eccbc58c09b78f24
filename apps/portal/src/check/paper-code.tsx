import type { PortalView } from '../text/index.ts';

/** The code of a paper, as it stands on it, and where it can be checked. */
export const PaperCode = ({ view, code }: { view: PortalView; code: string }) => (
  <>
    <strong>{code}</strong>
    <br />
    <a class="govuk-link" href={`/check#${code}`}>
      {view.t('check.itself')}
    </a>
  </>
);
