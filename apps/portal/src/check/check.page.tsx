import type { InclusionProof } from '#audit';
import { formatDay } from '#kernel';
import type { NamedPaper } from '#notification';
import type { ProgrammeInForce } from '#programme';
import { fieldErrors, Form, govuk, Hidden, Page, Submit, TextField } from '#web';
import type { Answers, FieldError } from '#web';
import { Inclusion } from '../proof/inclusion.view.tsx';
import { programmeName } from '../start/programme-words.tsx';
import type { PortalView } from '../text/index.ts';

type Props = { view: PortalView };

/** The code of a QR code comes behind the # of its address and is filled in by a script. */
export function CheckPage(o: Props & { values: Answers; errors?: readonly FieldError[] }) {
  const { view, values, errors = [] } = o;
  const { t } = view;
  return (
    <Page view={view} title={t('check.title')} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('check.title')}</h1>
          <p class="govuk-body">{t('check.lead')}</p>
          <div data-fill-from-address="code">
            <Form view={view} action="/check">
              <TextField
                {...{ view, values, errors: fieldErrors(view, errors) }}
                name="code"
                label={t('check.code')}
                hint={t('check.hint')}
                classes="govuk-input--width-20 govuk-input--extra-letter-spacing"
                autocomplete="off"
                spellcheck={false}
              />
              <Submit text={t('check.button')} />
            </Form>
          </div>
        </div>
      </div>
    </Page>
  );
}

/** What kind of paper it is, of which programme and day: nothing of whose, nor how the case stands. */
export function RealPage(o: {
  readonly view: PortalView;
  readonly paper: NamedPaper;
  readonly programme: ProgrammeInForce;
  readonly proof: InclusionProof | null;
}) {
  const { view, paper, programme } = o;
  const { t, lang } = view;
  const row = (label: string, text: string) => ({ key: { text: label }, value: { text } });
  return (
    <Page view={view} title={t('check.real.title')} back="/check">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <section class="vb-status vb-status--good">
            <h1 class="vb-status__sentence">{t('check.real.title')}</h1>
          </section>
          <govuk.SummaryList
            rows={[
              row(t('check.real.kind'), t(`check.kind.${paper.kind}`)),
              row(t('check.real.programme'), programmeName(view, programme)),
              row(t('check.real.issued'), formatDay(paper.issuedOn, lang)),
            ]}
          />
          <p class="govuk-body">{t('check.real.compare')}</p>
          {paper.kind === 'direction' && <WhereToPay view={view} />}
          {paper.kind === 'receipt' && <ReceiptProof {...o} />}
          <CheckAnother view={view} />
        </div>
      </div>
    </Page>
  );
}

const ReceiptProof = (o: Parameters<typeof RealPage>[0]) => (
  <Inclusion
    {...o}
    file={
      <Form view={o.view} action="/check/proof">
        <Hidden name="code" value={o.paper.code} />
        <Submit text={o.view.t('proof.inclusion.file')} />
      </Form>
    }
  />
);

const WhereToPay = ({ view }: Props) => (
  <>
    <h2 class="govuk-heading-m">{view.t('check.pay.title')}</h2>
    <p class="govuk-body">{view.t('check.pay.body')}</p>
    <p class="govuk-body">{view.t('check.pay.current')}</p>
  </>
);

/** A code of the right form that no paper of ours has. */
export function NotOursPage({ view }: Props) {
  const { t } = view;
  return (
    <Page view={view} title={t('check.not.title')} back="/check">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <section class="vb-status vb-status--bad">
            <h1 class="vb-status__sentence">{t('check.not.title')}</h1>
          </section>
          <p class="govuk-body govuk-!-font-weight-bold">{t('check.not.pay')}</p>
          <p class="govuk-body">{t('check.not.again')}</p>
          <p class="govuk-body">{t('check.not.consulate')}</p>
          <CheckAnother view={view} />
        </div>
      </div>
    </Page>
  );
}

const CheckAnother = ({ view }: Props) => (
  <p class="govuk-body">
    <a class="govuk-link" href="/check">
      {view.t('check.another')}
    </a>
  </p>
);
