import { isToPost, type Bond } from '#bond-escrow';
import { formatMoment } from '#kernel';
import { tierStanding, type ProgrammeInForce } from '#programme';
import { govuk, MoneyFigure, Page } from '#web';
import { Notice } from '../notice.tsx';
import { AntiScam } from '../start/start.page.tsx';
import { PayerPanel, type WhoPays } from '../payer/payer-panel.page.tsx';
import { PaperCode } from '../check/paper-code.tsx';
import type { PortalView } from '../text/index.ts';
import type { OwnBond } from '../own/own-bonds.service.ts';
import { PostingClockNote } from './posting-clock.page.tsx';

interface Props {
  readonly view: PortalView;
  readonly own: OwnBond;
  readonly code: string | null;
  /** Who pays, for the applicant; null for a payer who does not travel. */
  readonly who: WhoPays | null;
  /** For whom it is, told to a payer who does not travel. */
  readonly traveller: string | null;
}

/** Why this amount, as the officers recorded it (R8). */
function reasonWords(view: PortalView, programme: ProgrammeInForce, asked: Bond): string {
  const { t } = view;
  const standing = tierStanding(asked.amountMinor, programme.rules);
  if (standing === 'usual') return t('bond.direction.reasons.usual');
  const reason = t.dynamic(`programme.code.${asked.reasonCode}`);
  return t(`bond.direction.reasons.${standing}`, { reason });
}

function Facts({ view, own, code }: Pick<Props, 'view' | 'own' | 'code'>) {
  const { t, lang } = view;
  const { bond, consulate, programme } = own;
  const zone = consulate.timeZone;
  const postBy = formatMoment(bond.clock.postBy, zone, lang);
  return (
    <govuk.SummaryList
      rows={[
        {
          key: { text: t('bond.direction.amount') },
          value: { html: <MoneyFigure money={bond.amount} lang={lang} size="large" /> },
        },
        // What it tells of the traveller is not the payer's to know.
        own.isApplicant && {
          key: { text: t('bond.direction.reason') },
          value: { text: reasonWords(view, programme, bond.bond) },
        },
        {
          key: { text: t('bond.direction.postBy') },
          value: {
            html: (
              <>
                <strong>{postBy}</strong> ({t('bond.direction.zone', { city: consulate.city })})
              </>
            ),
          },
        },
        {
          key: { text: t('bond.direction.directed') },
          value: { text: formatMoment(bond.bond.directedAt, zone, lang) },
        },
        code && {
          key: { text: t('check.onPaper') },
          value: { html: <PaperCode {...{ view, code }} /> },
        },
      ]}
    />
  );
}

/** What can be done with the bond now: sign, pay, or nothing any more. */
function NextStep({ view, own }: Props) {
  const { t } = view;
  const { bond, row } = own;
  const home = `/cases/${row.reference}/bond`;
  if (!isToPost(bond.bond.state)) {
    return (
      <p class="govuk-body govuk-!-font-weight-bold">
        {t.dynamic('web.labelled', { label: t('tracking.bond.status') })}{' '}
        {t(`tracking.bond.state.${bond.status}`)}
      </p>
    );
  }
  if (!own.isPayer) return null;
  if (bond.signedAt === null) {
    return <govuk.Button text={t('bond.direction.sign')} href={`${home}/undertaking`} />;
  }
  const text = t(bond.status === 'to_post' ? 'bond.direction.pay' : 'bond.direction.goOn');
  return <govuk.Button text={text} href={`${home}/pay`} />;
}

export function DirectionPage(o: Props & { signedNow: boolean }) {
  const { view, own } = o;
  const { t } = view;
  const { rules } = own.programme;
  const days = t('programme.unit.days', { count: rules.refundPromiseDays });
  return (
    <Page view={view} title={t('bond.direction.title')} back={`/cases/${own.row.reference}`}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {o.signedNow && own.bond.signedAt && (
            <Notice view={view} text={t('bond.direction.signedNow')} good />
          )}
          <span class="govuk-caption-l">
            {t('tracking.title', { reference: own.row.reference })}
          </span>
          <h1 class="govuk-heading-l">{t('bond.direction.title')}</h1>
          <p class="govuk-body">
            {o.traveller === null
              ? t('bond.direction.lead', { city: own.consulate.city })
              : t('payer.direction.lead', { city: own.consulate.city, traveller: o.traveller })}
          </p>
          <Facts view={view} own={own} code={o.code} />
          {isToPost(own.bond.bond.state) && (
            <PostingClockNote view={view} bond={own.bond} zone={own.consulate.timeZone} />
          )}
          <NextStep {...o} />
          {o.who && (
            <PayerPanel
              {...{ view, reference: own.row.reference, bond: own.bond, who: o.who }}
              zone={own.consulate.timeZone}
            />
          )}
          <AntiScam view={view} />
          <h2 class="govuk-heading-m">{t('bond.direction.secures')}</h2>
          <p class="govuk-body">{t('bond.direction.securesBody')}</p>
          <h2 class="govuk-heading-m">{t('bond.direction.back')}</h2>
          <p class="govuk-body">{t('bond.direction.backBody', { days })}</p>
          <h2 class="govuk-heading-m">{t('bond.direction.late')}</h2>
          <p class="govuk-body">{t('bond.direction.lateBody')}</p>
          <h2 class="govuk-heading-m">{t('bond.direction.limits')}</h2>
          <p class="govuk-body">{t('bond.direction.limitsBody')}</p>
        </div>
      </div>
    </Page>
  );
}
