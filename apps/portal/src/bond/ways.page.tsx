import { formatMoment, formatMoney, type PaymentWay } from '#kernel';
import { fieldErrors, Form, Page, RadioField, Submit, type Answers, type FieldError } from '#web';
import type { OwnBond } from '../own/own-bonds.service.ts';
import { AntiScam } from '../start/start.page.tsx';
import type { PortalView } from '../text/index.ts';
import { DeclinedNotice } from '../tracking/declined.page.tsx';
import { PostingClockNote } from './posting-clock.page.tsx';

/** The ways to pay, each with its limit, its time and its way back, before one is chosen. */
export function WaysPage(o: {
  view: PortalView;
  own: OwnBond;
  ways: readonly PaymentWay[];
  host: string;
  values?: Answers;
  errors?: readonly FieldError[];
}) {
  const { view, own, ways, errors = [] } = o;
  const { t, lang } = view;
  const { bond, consulate, row } = own;
  const amount = formatMoney(bond.amount, lang);
  const when = formatMoment(bond.clock.postBy, consulate.timeZone, lang);
  const home = `/cases/${row.reference}/bond`;
  const takesDays = ways.some((way) => way !== 'card');
  return (
    <Page view={view} title={t('ways.title')} back={home} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('ways.title')}</h1>
          <DeclinedNotice view={view} bond={bond} />
          <p class="govuk-body">{t('ways.lead', { amount, when })}</p>
          <PostingClockNote view={view} bond={bond} zone={consulate.timeZone} />
          <Form view={view} action={`${home}/pay`}>
            <RadioField
              {...{ view, values: o.values ?? {}, errors: fieldErrors(view, errors) }}
              name="way"
              label={t('ways.legend')}
              choices={ways.map((value) => ({
                value,
                text: t(`ways.${value}.name`),
                hint: t(`ways.${value}.hint`),
              }))}
            />
            {takesDays && <p class="govuk-body">{t('ways.afterLong')}</p>}
            <p class="govuk-body">{t('bond.direction.payHint', { host: o.host })}</p>
            <Submit text={t('ways.button')} />
          </Form>
          <AntiScam view={view} />
        </div>
      </div>
    </Page>
  );
}
