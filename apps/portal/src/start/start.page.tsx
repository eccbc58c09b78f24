import { formatMoney, money } from '#kernel';
import { mayOpenCase, type ProgrammeInForce } from '#programme';
import { govuk, Page } from '#web';
import type { PortalView } from '../text/index.ts';
import { programmeName, ProgrammeStanding } from './programme-words.tsx';

type Props = { view: PortalView; programmes: readonly ProgrammeInForce[] };

const ProgrammeList = ({ view, programmes }: Props) => (
  <>
    <h2 class="govuk-heading-m">{view.t('start.programmes')}</h2>
    {programmes.map((p) => (
      <>
        <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{programmeName(view, p)}</h3>
        <p class="govuk-body">
          <ProgrammeStanding view={view} p={p} />
        </p>
      </>
    ))}
    <p class="govuk-body">{view.t('programme.held')}</p>
    <p class="govuk-body">
      <a class="govuk-link" href="/programmes/compare">
        {view.t('start.compare')}
      </a>
    </p>
  </>
);

function HowItWorks({ view, p }: { view: PortalView; p: ProgrammeInForce | undefined }) {
  const { t, lang } = view;
  if (!p) return null;
  const amounts = p.rules.tiersMinor
    .map((minor) => formatMoney(money(BigInt(minor), p.currency), lang))
    .join(' / ');
  const days = t('programme.unit.days', { count: p.rules.daysToPost });
  const back = t('programme.unit.days', { count: p.rules.refundPromiseDays });
  return (
    <>
      <h2 class="govuk-heading-m">{t('start.how.title')}</h2>
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        <li>{t('start.how.step1')}</li>
        <li>{t('start.how.step2', { amounts, days })}</li>
        <li>{t('start.how.step3')}</li>
        <li>{t('start.how.step4')}</li>
      </ol>
      <h2 class="govuk-heading-m">{t('start.who.title')}</h2>
      <p class="govuk-body">{t('start.who.body')}</p>
      <h2 class="govuk-heading-m">{t('start.back.title')}</h2>
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        <li>{t('start.back.item1')}</li>
        <li>{t('start.back.item2')}</li>
        <li>{t('start.back.item3', { days: back })}</li>
        <li>{t('start.back.item4')}</li>
      </ul>
    </>
  );
}

export const AntiScam = ({ view }: { view: PortalView }) => (
  <section class="vb-status vb-status--wait" aria-labelledby="anti-scam">
    <h2 class="govuk-heading-m" id="anti-scam">
      {view.t('start.scam.title')}
    </h2>
    <p class="govuk-body govuk-!-font-weight-bold">{view.t('start.scam.body')}</p>
    <p class="govuk-body govuk-!-margin-bottom-0">{view.t('start.scam.more')}</p>
  </section>
);

export function StartPage({ view, programmes }: Props) {
  const { t } = view;
  return (
    <Page view={view} title={t('start.title')}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-xl">{t('start.title')}</h1>
          <p class="govuk-body-l">{t('start.lead')}</p>
          {programmes.some((p) => mayOpenCase(p).ok) ? (
            <govuk.Button text={t('start.now')} href="/cases/new" isStartButton />
          ) : (
            <p class="govuk-body govuk-!-font-weight-bold">{t('papers.closed.none')}</p>
          )}
          {!view.account && (
            <p class="govuk-body">
              {t('start.returning')}{' '}
              <a class="govuk-link" href="/sign-in">
                {t('start.signIn')}
              </a>
            </p>
          )}
          <AntiScam view={view} />
          <h2 class="govuk-heading-m">{t('start.what.title')}</h2>
          <p class="govuk-body">{t('start.what.body')}</p>
          <HowItWorks view={view} p={programmes[0]} />
        </div>
        <div class="govuk-grid-column-one-third">
          <ProgrammeList view={view} programmes={programmes} />
        </div>
      </div>
    </Page>
  );
}
