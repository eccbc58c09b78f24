import type { NotTaken } from '#bond-escrow';
import { formatMoment } from '#kernel';
import {
  CheckboxField,
  fieldErrors,
  Form,
  govuk,
  MoneyFigure,
  Page,
  Submit,
  TextField,
  type Answers,
  type FieldError,
} from '#web';
import { AntiScam } from '../start/start.page.tsx';
import { programmeName } from '../start/programme-words.tsx';
import type { PortalView } from '../text/index.ts';
import type { AskedToPay } from './asked-to-pay.service.ts';

type Props = { view: PortalView; asked: AskedToPay };

function Facts({ view, asked }: Props) {
  const { t, lang } = view;
  const { terms, consulate, programme, traveller } = asked;
  const postBy = formatMoment(terms.clock.postBy, consulate.timeZone, lang);
  return (
    <govuk.SummaryList
      rows={[
        {
          key: { text: t('payer.asked.amount') },
          value: { html: <MoneyFigure money={terms.amount} lang={lang} size="large" /> },
        },
        traveller !== null && {
          key: { text: t('payer.asked.traveller') },
          value: { text: traveller },
        },
        {
          key: { text: t('payer.asked.postBy') },
          value: { text: `${postBy} (${t('bond.direction.zone', { city: consulate.city })})` },
        },
        {
          key: { text: t('payer.asked.programme') },
          value: { text: programmeName(view, programme) },
        },
      ]}
    />
  );
}

const ToAccount = ({ view }: { view: PortalView }) => (
  <>
    <h2 class="govuk-heading-m">{view.t('payer.asked.account')}</h2>
    <p class="govuk-body">{view.t('payer.asked.accountBody')}</p>
    <div class="govuk-button-group">
      <govuk.Button text={view.t('payer.asked.signUp')} href="/sign-up" />
      <a class="govuk-link" href={`/sign-in?next=${encodeURIComponent('/asked-to-pay/bond')}`}>
        {view.t('payer.asked.signIn')}
      </a>
    </div>
  </>
);

function Accept(o: { view: PortalView; values: Answers; errors: readonly FieldError[] }) {
  const { view, values, errors } = o;
  const { t } = view;
  const props = { view, values, errors: fieldErrors(view, errors) };
  return (
    <Form view={view} action="/asked-to-pay/yes">
      <TextField
        {...props}
        name="name"
        label={t('payer.asked.name')}
        hint={t('payer.asked.nameHint')}
        autocomplete="name"
        spellcheck={false}
      />
      <CheckboxField
        {...props}
        name="agreed"
        label={t('payer.asked.confirm')}
        hint={t('payer.asked.acceptHint')}
        choices={[{ value: 'yes', text: t('payer.asked.box') }]}
      />
      <Submit text={t('payer.asked.accept')} />
    </Form>
  );
}

/** What the link shows: without an account nothing of the traveller. */
export function AskedPage(o: Props & { values?: Answers; errors?: readonly FieldError[] }) {
  const { view, asked, values = {}, errors = [] } = o;
  const { t } = view;
  const { reference } = asked.terms;
  const days = t('programme.unit.days', { count: asked.programme.rules.refundPromiseDays });
  return (
    <Page view={view} title={t('payer.asked.title')} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('payer.asked.title')}</h1>
          <p class="govuk-body">
            {t('payer.asked.lead', { reference, city: asked.consulate.city })}
          </p>
          <Facts {...o} />
          <AntiScam view={view} />
          <h2 class="govuk-heading-m">{t('payer.asked.what')}</h2>
          <p class="govuk-body">{t('payer.asked.whatBody')}</p>
          <h2 class="govuk-heading-m">{t('payer.asked.back')}</h2>
          <p class="govuk-body">{t('payer.asked.backBody', { days })}</p>
          {view.account ? <Accept {...{ view, values, errors }} /> : <ToAccount view={view} />}
          <h2 class="govuk-heading-m">{t('payer.asked.declineTitle')}</h2>
          <p class="govuk-body">{t('payer.asked.declineHint')}</p>
          <Form view={view} action="/asked-to-pay/no">
            <Submit text={t('payer.asked.decline')} classes="govuk-button--secondary" />
          </Form>
        </div>
      </div>
    </Page>
  );
}

export const DeclinedPage = ({ view }: { view: PortalView }) => (
  <Page view={view} title={view.t('payer.asked.declined')}>
    <h1 class="govuk-heading-l">{view.t('payer.asked.declined')}</h1>
    <p class="govuk-body">{view.t('payer.asked.declinedBody')}</p>
  </Page>
);

/** Why a link opens nothing, and that nothing happened. */
export const LinkClosedPage = ({ view, why }: { view: PortalView; why: NotTaken }) => (
  <Page view={view} title={view.t('payer.closed.title')}>
    <h1 class="govuk-heading-l">{view.t('payer.closed.title')}</h1>
    <p class="govuk-body">{view.t(`payer.closed.why.${why}`)}</p>
    <p class="govuk-body">{view.t('payer.closed.nothing')}</p>
    <p class="govuk-body">
      <a class="govuk-link" href="/bonds">
        {view.t('payer.closed.bonds')}
      </a>
    </p>
  </Page>
);
