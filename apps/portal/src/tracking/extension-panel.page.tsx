import { formatDay } from '#kernel';
import { govuk } from '#web';
import type { PortalView } from '../text/index.ts';
import type { Tracked } from './tracking.service.ts';

type Props = { view: PortalView; tracked: Tracked };

/** What became of the newest request for a longer stay, or that one may be made. */
function sentenceOf({ view, tracked }: Props): string {
  const { t, lang } = view;
  const { newest } = tracked.extension;
  if (!newest) return t('stay.panel.offer');
  const reason = newest.refusalReason ? t.dynamic(`stay.refusal.${newest.refusalReason}`) : '';
  const day = formatDay(newest.acceptedDay ?? newest.reportedDay, lang);
  return t(`stay.panel.status.${newest.status}`, { reason, day });
}

/** A longer stay: how it is asked for, and how the last request stands. */
export function ExtensionPanel({ view, tracked }: Props) {
  const { t } = view;
  const { row, extension } = tracked;
  const { newest, mayAsk } = extension;
  if (!newest && !mayAsk) return null;
  const home = `/cases/${row.reference}/extension`;
  const isDraft = newest?.status === 'to_send';
  const button = isDraft ? 'goOn' : newest ? 'again' : 'ask';
  return (
    <section aria-label={t('stay.panel.title')}>
      <h2 class="govuk-heading-m">{t('stay.panel.title')}</h2>
      <p class="govuk-body">{sentenceOf({ view, tracked })}</p>
      {mayAsk && (
        <govuk.Button
          text={t(`stay.panel.${button}`)}
          href={isDraft ? `${home}/files` : home}
          classes={isDraft ? undefined : 'govuk-button--secondary'}
        />
      )}
    </section>
  );
}
