import { rulingDeclineReasons, type RulingView } from '#breach';
import { isZero } from '#kernel';
import { Badge, fieldErrors, Form, govuk, MoneyFigure, SelectField, Submit } from '#web';
import type { ComponentChildren } from 'preact';
import { rulingWords } from '../words/breach.ts';
import { nameOf, type BreachPageOptions } from './breach-page.ts';
import { effectOf } from './effect.ts';

type One = BreachPageOptions & { readonly ruling: RulingView };

function Facts(o: One) {
  const { view, ruling } = o;
  const { t, lang } = view;
  const row = (key: string, html: ComponentChildren) => ({
    key: { text: key },
    value: { html: <>{html}</> },
  });
  return (
    <govuk.SummaryList
      rows={[
        row(
          t('breaches.one.outcome'),
          <>
            {t(`states.outcome.${ruling.outcome}`)}{' '}
            <Badge tone={rulingWords[ruling.state].tone}>
              {t(`states.ruling.${ruling.state}`)}
            </Badge>
          </>,
        ),
        ...(isZero(ruling.refund)
          ? []
          : [row(t('breaches.one.refund'), <MoneyFigure money={ruling.refund} lang={lang} />)]),
        ...(isZero(ruling.forfeit)
          ? []
          : [row(t('breaches.one.forfeit'), <MoneyFigure money={ruling.forfeit} lang={lang} />)]),
        row(t('breaches.one.reasons'), <span class="vb-typed">{ruling.reasons}</span>),
        ...(ruling.kind === 'decision'
          ? [row(t('breaches.one.post'), t(ruling.byPost ? 'breaches.one.yes' : 'breaches.one.no'))]
          : []),
        row(t('breaches.one.proposedBy'), nameOf(o, ruling.proposedBy)),
        row(t('breaches.one.decidedBy'), nameOf(o, ruling.decidedBy)),
        ...(ruling.declineReason
          ? [
              row(
                t('breaches.one.declineReason'),
                t.dynamic(`states.rulingDecline.${ruling.declineReason}`),
              ),
            ]
          : []),
      ]}
    />
  );
}

function Reasons({ view, content, ruling }: One) {
  const { t } = view;
  if (ruling.findings.length === 0) return null;
  const codeOf = (id: string) => content.breach.grounds.find((g) => g.id === id)!.code;
  return (
    <govuk.SummaryList
      rows={[
        ...ruling.findings.map((f) => ({
          key: { text: t(`states.ground.${codeOf(f.groundId)}`) },
          value: {
            html: (
              <>
                <strong>
                  {t(f.isEstablished ? 'breaches.one.established' : 'breaches.one.notEstablished')}
                </strong>
                <br />
                <span class="vb-typed">{f.reasons}</span>
              </>
            ),
          },
        })),
        ...ruling.factors.map((f) => ({
          key: { text: t(`states.factor.${f.factor}`) },
          value: {
            html: (
              <>
                <strong>{t(`states.weight.${f.weighs}`)}</strong>
                <br />
                <span class="vb-typed">{f.note}</span>
              </>
            ),
          },
        })),
      ]}
    />
  );
}

/** A proposal waits, and this person's role answers such. */
export const mayAnswer = (staff: BreachPageOptions['staff'], ruling: One['ruling']): boolean =>
  ruling.state === 'proposed' &&
  staff.permissions.has(ruling.kind === 'appeal' ? 'breach.appeal' : 'breach.adjudicate');

/** The two buttons of the second person, with what approving causes. */
function Second(o: One) {
  const { view, staff, content, ruling, values = {}, errors = [] } = o;
  const { t } = view;
  if (!mayAnswer(staff, ruling)) return null;
  if (ruling.proposedBy === staff.id) {
    return <govuk.InsetText text={t('breaches.one.own')} />;
  }
  const part = ruling.kind === 'appeal' ? 'appeal' : 'rulings';
  const path = `/breaches/${content.breach.file.id}/${part}/${ruling.id}`;
  return (
    <>
      <h4 class="govuk-heading-s">{t('breaches.one.effects')}</h4>
      <p class="govuk-body">{effectOf(view, ruling)}</p>
      <Form view={view} action={`${path}/approve`}>
        <Submit text={t('breaches.one.approve')} />
      </Form>
      <Form view={view} action={`${path}/decline`}>
        <SelectField
          {...{ view, values, errors: fieldErrors(view, errors) }}
          name="reason"
          label={t('breaches.one.why')}
          empty={t('breaches.one.chooseWhy')}
          choices={rulingDeclineReasons.map((code) => ({
            value: code,
            text: t(`states.rulingDecline.${code}`),
          }))}
        />
        <Submit text={t('breaches.one.decline')} classes="govuk-button--secondary" />
      </Form>
    </>
  );
}

/** What was proposed and decided, the newest first. */
export function RulingsPanel(o: BreachPageOptions) {
  const { t } = o.view;
  const { rulings } = o.content.breach;
  if (rulings.length === 0) return null;
  return (
    <section aria-labelledby="rulings">
      <h2 class="govuk-heading-m" id="rulings">
        {t('breaches.one.rulings')}
      </h2>
      {rulings.toReversed().map((ruling) => (
        <>
          <h3 class="govuk-heading-s">{t(`states.rulingKind.${ruling.kind}`)}</h3>
          <Facts {...o} ruling={ruling} />
          <Reasons {...o} ruling={ruling} />
          {ruling.state === 'carried_out' && (
            <p class="govuk-body">
              <a
                class="govuk-link"
                href={`/breaches/${o.content.breach.file.id}/rulings/${ruling.id}/letter`}
              >
                {t('breaches.one.letter')}
              </a>
            </p>
          )}
          <Second {...o} ruling={ruling} />
        </>
      ))}
    </section>
  );
}
