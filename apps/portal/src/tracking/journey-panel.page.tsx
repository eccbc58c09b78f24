import { formatDay } from '#kernel';
import type { PortalView } from '../text/index.ts';
import type { JourneyLine, Tracked } from './tracking.service.ts';

/** One plain sentence: what the border recorded, where, which day, and what follows. */
function sentence({ t, lang }: PortalView, note: JourneyLine): string {
  return t.dynamic(`journey.said.${note.code}`, {
    port: note.port,
    day: formatDay(note.happenedOn, lang),
    leaveBy: note.leaveBy ? formatDay(note.leaveBy, lang) : '',
  });
}

const isCorrected = ({ replaces, code }: JourneyLine) =>
  replaces !== null && code !== 'taken_back' && code !== 'correction_with_officer';

/** What the border has recorded of the journey, the oldest first. */
export function JourneyPanel({ view, tracked }: { view: PortalView; tracked: Tracked }) {
  const { t } = view;
  if (tracked.journey.length === 0) return null;
  return (
    <section aria-label={t('journey.title')}>
      <h2 class="govuk-heading-m">{t('journey.title')}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {tracked.journey.map((note) => (
          <li>
            {sentence(view, note)}
            {isCorrected(note) && ` ${t('journey.corrected')}`}
          </li>
        ))}
      </ul>
      <p class="govuk-body">{t('journey.wrong', { city: tracked.consulate.city })}</p>
    </section>
  );
}
