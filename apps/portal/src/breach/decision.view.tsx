import type { RulingView } from '#breach';
import { isZero } from '#kernel';
import { govuk, MoneyFigure } from '#web';
import type { ComponentChildren } from 'preact';
import { momentIn, type BreachPageOptions } from './breach-page.ts';

function Ruling({ ruling, ...o }: BreachPageOptions & { ruling: RulingView }) {
  const { t, lang } = o.view;
  const codeOf = (id: string) => o.own.breach.grounds.find((g) => g.id === id)!.code;
  const row = (key: string, html: ComponentChildren) => ({
    key: { text: key },
    value: { html: <>{html}</> },
  });
  const reasoned = (name: string, what: string, why: string) =>
    row(
      name,
      <>
        <strong>{what}</strong>
        <br />
        <span class="vb-typed">{why}</span>
      </>,
    );
  return (
    <>
      <h3 class="govuk-heading-s">{t(`breach.outcome.${ruling.outcome}`)}</h3>
      <p class="govuk-body-s">{t('breach.served', { when: momentIn(o, ruling.stateSince) })}</p>
      <p class="govuk-body vb-typed">{ruling.reasons}</p>
      <govuk.SummaryList
        rows={[
          ...(isZero(ruling.refund)
            ? []
            : [row(t('breach.refund'), <MoneyFigure money={ruling.refund} lang={lang} />)]),
          ...(isZero(ruling.forfeit)
            ? []
            : [row(t('breach.forfeit'), <MoneyFigure money={ruling.forfeit} lang={lang} />)]),
          ...ruling.findings.map((f) =>
            reasoned(
              t(`breach.ground.${codeOf(f.groundId)}`),
              t(f.isEstablished ? 'breach.established' : 'breach.notEstablished'),
              f.reasons,
            ),
          ),
          ...ruling.factors.map((f) =>
            reasoned(t(`breach.factor.${f.factor}`), t(`breach.weight.${f.weighs}`), f.note),
          ),
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`/cases/${o.own.row.reference}/breach/letters/${ruling.id}`}>
          {t('breach.letter')}
        </a>
      </p>
    </>
  );
}

/** What was decided with its reasons, the newest first, and the way to appeal. */
export function DecisionPanel(o: BreachPageOptions) {
  const { view, own } = o;
  const { t } = view;
  const { rulings, standing, appeal, file } = own.breach;
  if (rulings.length === 0) return null;
  const path = `/cases/${own.row.reference}/breach`;
  return (
    <section aria-labelledby="decision">
      <h2 class="govuk-heading-m" id="decision">
        {t('breach.decision')}
      </h2>
      {rulings.toReversed().map((ruling) => (
        <Ruling {...o} ruling={ruling} />
      ))}
      {appeal && (
        <div class="govuk-inset-text">
          <p class="govuk-body-s govuk-!-margin-bottom-1">
            {t(own.isPayer ? 'breach.yourAppeal' : 'breach.payersAppeal', {
              when: momentIn(o, appeal.lodgedAt),
            })}
          </p>
          <p class="govuk-body vb-typed govuk-!-margin-bottom-0">{appeal.text}</p>
        </div>
      )}
      {standing === 'declared' && own.isPayer && (
        <>
          <h2 class="govuk-heading-m">{t('breach.appeal')}</h2>
          <p class="govuk-body">{t('breach.appealLead', { when: momentIn(o, file.appealBy) })}</p>
          <govuk.Button text={t('breach.appealButton')} href={`${path}/appeal`} />
        </>
      )}
    </section>
  );
}
