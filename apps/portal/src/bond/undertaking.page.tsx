import type { Contract } from '#bond-escrow';
import {
  CheckboxField,
  fieldErrors,
  Form,
  LANGUAGES,
  Page,
  RadioField,
  Submit,
  TextField,
  type Answers,
  type FieldError,
  type Lang,
} from '#web';
import { AntiScam } from '../start/start.page.tsx';
import type { PortalView } from '../text/index.ts';
import type { OwnBond } from '../own/own-bonds.service.ts';

export interface OwnContract extends OwnBond, Contract {}

/** A contract's text: its title and then a paragraph a line, in its own language. */
export function ContractText({ text, lang, level }: { text: string; lang: Lang; level: 2 | 3 }) {
  const [title, ...paragraphs] = text.split('\n');
  const Heading = `h${level}` as 'h2';
  return (
    <div lang={lang}>
      <Heading class="govuk-heading-s">{title}</Heading>
      {paragraphs.map((paragraph) => (
        <p class="govuk-body">{paragraph}</p>
      ))}
    </div>
  );
}

/** Side by side: neither is the translation of the other. */
const BothTexts = ({ view, contract }: { view: PortalView; contract: OwnContract }) => (
  <div class="govuk-grid-row" id="text" tabIndex={-1}>
    {LANGUAGES.map((lang) => (
      <section class="govuk-grid-column-one-half" aria-label={view.t(`bond.undertaking.${lang}`)}>
        <ContractText text={contract.texts[lang].text} lang={lang} level={2} />
      </section>
    ))}
  </div>
);

export function UndertakingPage(o: {
  view: PortalView;
  contract: OwnContract;
  values: Answers;
  errors?: readonly FieldError[];
}) {
  const { view, contract, values, errors = [] } = o;
  const { t } = view;
  const home = `/cases/${contract.row.reference}/bond`;
  const props = { view, values, errors: fieldErrors(view, errors) };
  const name = contract.payerName;
  return (
    <Page view={view} title={t('bond.undertaking.title')} back={home} errors={errors}>
      <h1 class="govuk-heading-l">{t('bond.undertaking.title')}</h1>
      <p class="govuk-body">{t('bond.undertaking.lead')}</p>
      <BothTexts view={view} contract={contract} />
      <AntiScam view={view} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h2 class="govuk-heading-m">{t('bond.undertaking.sign')}</h2>
          <Form view={view} action={`${home}/undertaking`}>
            {LANGUAGES.map((lang) => (
              <input
                type="hidden"
                name={`sha256-${lang}`}
                value={contract.texts[lang].textSha256}
              />
            ))}
            <RadioField
              {...props}
              name="language"
              label={t('bond.undertaking.language')}
              choices={LANGUAGES.map((value) => ({ value, text: t(`bond.undertaking.${value}`) }))}
              inline
            />
            <TextField
              {...props}
              name="signerName"
              label={t('bond.undertaking.name')}
              hint={t('bond.undertaking.nameHint', { name })}
              autocomplete="name"
              spellcheck={false}
            />
            <CheckboxField
              {...props}
              name="agreed"
              label={t('bond.undertaking.confirm')}
              choices={[{ value: 'yes', text: t('bond.undertaking.box') }]}
            />
            <Submit text={t('bond.undertaking.button')} />
          </Form>
        </div>
      </div>
    </Page>
  );
}
