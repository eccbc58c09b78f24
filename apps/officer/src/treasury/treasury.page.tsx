import type { Permission } from '#identity';
import { Page } from '#web';
import type { OfficerView } from '../text/index.ts';

/** The treasury's pages, in the order of a day's work; who lacks the permission does not see one. */
const PAGES = [
  { key: 'balances', href: '/treasury/balances', needs: 'money.read' },
  { key: 'reconciliation', href: '/reconciliation', needs: 'money.read' },
  { key: 'statements', href: '/reconciliation/statements', needs: 'money.read' },
  { key: 'differences', href: '/differences', needs: 'money.read' },
  { key: 'deadlines', href: '/treasury/deadlines', needs: 'money.read' },
  { key: 'months', href: '/treasury/months', needs: 'money.read' },
  { key: 'exports', href: '/treasury/exports', needs: 'money.export' },
  { key: 'liquidity', href: '/liquidity', needs: 'money.read' },
] as const satisfies readonly { key: string; href: string; needs: Permission }[];

export function TreasuryPage({ view }: { view: OfficerView }) {
  const { t } = view;
  const shown = PAGES.filter(({ needs }) => view.account?.permissions.has(needs));
  return (
    <Page view={view} title={t('treasury.title')}>
      <h1 class="govuk-heading-l">{t('treasury.title')}</h1>
      <p class="govuk-body">{t('treasury.lead')}</p>
      <ul class="govuk-list govuk-list--spaced">
        {shown.map(({ key, href }) => (
          <li>
            <a class="govuk-link govuk-!-font-weight-bold" href={href}>
              {t(`treasury.pages.${key}.name`)}
            </a>
            <br />
            {t(`treasury.pages.${key}.why`)}
          </li>
        ))}
      </ul>
    </Page>
  );
}
