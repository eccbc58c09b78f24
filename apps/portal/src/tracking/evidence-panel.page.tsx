import type { EvidenceView } from '#departure';
import { govuk } from '#web';
import type { PortalView } from '../text/index.ts';
import type { Tracked } from './tracking.service.ts';

type Props = { view: PortalView; tracked: Tracked };

/** What the newest evidence stands at, or that some may be sent: who must act, and what if not. */
function sentenceOf({ view, tracked }: Props, newest: EvidenceView | null): string {
  const { t } = view;
  if (!newest) {
    if (tracked.bond?.bond.state === 'held') return t('evidence.panel.offer.held');
    const isRecorded = tracked.row.visa?.departedOn;
    return t(isRecorded ? 'evidence.panel.offer.late' : 'evidence.panel.offer.asked');
  }
  const reason = newest.refusalReason
    ? t.dynamic(`evidence.panel.reason.${newest.refusalReason}`)
    : '';
  return t(`evidence.panel.status.${newest.status}`, { reason });
}

const ACTIONS = { to_send: 'goOn', refused: 'again' } as const;

/** Where the proof of a departure stands, as long as it matters. */
export function EvidencePanel({ view, tracked }: Props) {
  const { t } = view;
  const { newest, mayReport, row } = tracked;
  if (!newest && !mayReport) return null;
  const status = newest?.status;
  const action = status === 'to_send' || status === 'refused' ? ACTIONS[status] : 'report';
  return (
    <section aria-label={t('evidence.panel.title')}>
      <h2 class="govuk-heading-m">{t('evidence.panel.title')}</h2>
      <p class="govuk-body">{sentenceOf({ view, tracked }, newest)}</p>
      {mayReport && (
        <govuk.Button
          text={t(`evidence.panel.${action}`)}
          href={
            status === 'to_send'
              ? `/cases/${row.reference}/departure/files`
              : `/cases/${row.reference}/departure`
          }
          classes={status === 'to_send' ? undefined : 'govuk-button--secondary'}
        />
      )}
    </section>
  );
}
