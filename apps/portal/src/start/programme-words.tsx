import { dayIn, formatDay, formatMoney } from '#kernel';
import { mayOpenCase, type ProgrammeInForce, type ProgrammeState } from '#programme';
import type { RuleValue } from '#programme';
import { countryInSentence, countryName, Badge, type Tone } from '#web';
import type { PortalView } from '../text/index.ts';

const TONES: Record<ProgrammeState, Tone> = { open: 'good', suspended: 'wait', withdrawn: 'bad' };

export const programmeName = (view: Pick<PortalView, 't' | 'lang'>, p: ProgrammeInForce): string =>
  view.t('programme.name', {
    issuer: countryName(p.issuingState, view.lang),
    bonded: countryInSentence(p.bondedNationality, view.lang),
  });

const sinceWords = (view: PortalView, p: ProgrammeInForce): string =>
  view.t('programme.since', {
    day: formatDay(dayIn(p.stateSince, 'UTC'), view.lang),
    reason: view.t.dynamic(`programme.reason.${p.stateReason}`),
  });

/** Where a programme stands, since when and why. */
export const ProgrammeStanding = ({ view, p }: { view: PortalView; p: ProgrammeInForce }) => (
  <>
    <Badge tone={TONES[p.state]}>{view.t(`programme.state.${p.state}`)}</Badge>{' '}
    {sinceWords(view, p)}
  </>
);

/** The same where only text fits. */
export const standingWords = (view: PortalView, p: ProgrammeInForce): string =>
  `${view.t(`programme.state.${p.state}`)}. ${sinceWords(view, p)}`;

/** Said before somebody fills in what he cannot submit; nothing while the programme is open. */
export const NotOpenNotice = ({
  view,
  programme,
}: {
  view: PortalView;
  programme: ProgrammeInForce;
}) =>
  mayOpenCase(programme).ok ? null : (
    <section class="vb-status vb-status--wait" aria-labelledby="not-open">
      <h2 class="govuk-heading-m" id="not-open">
        {view.t('papers.closed.title')}
      </h2>
      <p class="govuk-body">{view.t('papers.closed.body')}</p>
      <p class="govuk-body govuk-!-margin-bottom-0">
        <ProgrammeStanding view={view} p={programme} />
      </p>
    </section>
  );

/** A rule's value in words. */
export function ruleWords(view: PortalView, value: RuleValue): string {
  const { t, lang } = view;
  if (value.kind === 'amounts') return value.amounts.map((a) => formatMoney(a, lang)).join(', ');
  if (value.kind === 'count') return t(`programme.unit.${value.unit}`, { count: value.count });
  if (value.codes.length === 0) return t('programme.noCodes');
  return value.codes.map((code) => t.dynamic(`programme.code.${code}`)).join(', ');
}
