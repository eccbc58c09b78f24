import { correctionReasons, type CorrectionReason } from '#bond-escrow';
import type { Money } from '#kernel';
import { DEFAULT_TIER, type ChosenTier } from '#programme';
import { DateTime, fieldErrors, Form, govuk, MoneyFigure, RadioField, SelectField } from '#web';
import { Submit } from '#web';
import { tierReasonText } from '../shared/codes.ts';
import { ConfirmPage } from './confirm.page.tsx';
import { DecisionPage } from './decision.page.tsx';
import { reasonChoices, tierChoices, type DirectPageOptions } from './direct.page.tsx';
import { correctEffects } from './effects.ts';

/** What is asked now, and what is to be asked instead. Nothing is chosen beforehand. */
export function CorrectPage(o: DirectPageOptions & { readonly before: Money }) {
  const { view, content, values, before, errors = [] } = o;
  const { t, lang } = view;
  const props = { view, values, errors: fieldErrors(view, errors) };
  const words = { title: t('confirm.correct.title'), lead: t('confirm.correct.lead') };
  return (
    <DecisionPage {...{ view, content, errors, ...words }}>
      <govuk.SummaryList
        rows={[
          {
            key: { text: t('confirm.correct.now') },
            value: { html: <MoneyFigure money={before} lang={lang} /> },
          },
        ]}
      />
      <Form view={view} action={`/cases/${content.row.reference}/correct`}>
        <RadioField
          {...props}
          name="tier"
          label={t('decide.direct.tier')}
          choices={tierChoices(o)}
        />
        <SelectField
          {...props}
          name="reason"
          label={t('decide.direct.reason')}
          hint={t('decide.direct.reasonHint')}
          empty={t('decide.direct.noReason')}
          choices={reasonChoices(o)}
        />
        <RadioField
          {...props}
          name="why"
          label={t('confirm.correct.why')}
          choices={correctionReasons.map((value) => ({
            value,
            text: t(`states.correction.${value}`),
          }))}
        />
        <Submit text={t('confirm.next')} />
      </Form>
    </DecisionPage>
  );
}

export interface ConfirmCorrectionOptions extends Pick<DirectPageOptions, 'view' | 'content'> {
  readonly before: Money;
  readonly tier: ChosenTier;
  readonly why: CorrectionReason;
}

/** The correction once more, and all that it will cause. */
export function ConfirmCorrection({ view, content, before, tier, why }: ConfirmCorrectionOptions) {
  const { t, lang } = view;
  const { deadline, consulate, row } = content;
  const waits = tier.needsSecondPerson;
  const reason = tier.reasonCode === DEFAULT_TIER ? '' : tier.reasonCode;
  const at = <DateTime at={deadline} zone={consulate.timeZone} lang={lang} />;
  return (
    <ConfirmPage
      {...{ view, content }}
      title={t('confirm.correct.confirm')}
      facts={[
        { key: t('confirm.correct.now'), value: <MoneyFigure money={before} lang={lang} /> },
        {
          key: t('confirm.direct.amount'),
          value: <MoneyFigure money={tier.amount} lang={lang} />,
        },
        { key: t('confirm.direct.reason'), value: tierReasonText(view, tier.reasonCode) },
        { key: t('confirm.correct.why'), value: t(`states.correction.${why}`) },
        ...(waits ? [] : [{ key: t('confirm.direct.deadline'), value: at }]),
      ]}
      effects={correctEffects({ view, content, tier, before })}
      action={`/cases/${row.reference}/correct`}
      chosen={{ tier: `${tier.amount.minor}`, reason, why }}
      button={t(waits ? 'confirm.direct.propose' : 'confirm.correct.button')}
    />
  );
}
