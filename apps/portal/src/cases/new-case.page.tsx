import { mayOpenCase, type ConsulateView, type ProgrammeInForce } from '#programme';
import {
  countryName,
  fieldErrors,
  Form,
  govuk,
  Page,
  RadioField,
  Submit,
  type Answers,
  type FieldError,
} from '#web';
import { programmeName, ProgrammeStanding, standingWords } from '../start/programme-words.tsx';
import type { PortalView } from '../text/index.ts';

export const consulateName = (
  view: Pick<PortalView, 't' | 'lang'>,
  consulate: ConsulateView,
): string =>
  view.t('programme.consulate', {
    city: consulate.city,
    country: countryName(consulate.country, view.lang),
  });

export function NewCasePage(o: {
  view: PortalView;
  programmes: readonly ProgrammeInForce[];
  consulates: readonly ConsulateView[];
  values: Answers;
  errors?: readonly FieldError[];
}) {
  const { view, values, errors = [] } = o;
  const { t } = view;
  const props = { view, values, errors: fieldErrors(view, errors) };
  const open = o.programmes.filter((p) => mayOpenCase(p).ok);
  const consulates = open.flatMap((p) =>
    o.consulates
      .filter((consulate) => consulate.programmeCode === p.code)
      .map((consulate) => ({
        value: consulate.id,
        text: consulateName(view, consulate),
        ...(open.length > 1 && { hint: programmeName(view, p) }),
      })),
  );
  return (
    <Page view={view} title={t('cases.new.title')} back="/cases" errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('cases.new.title')}</h1>
          <p class="govuk-body">{t('cases.new.lead')}</p>
          <Form view={view} action="/cases/new">
            <RadioField
              {...props}
              name="programme"
              label={t('cases.new.programme')}
              choices={o.programmes.map((p) => ({
                value: p.code,
                text: programmeName(view, p),
                hint: standingWords(view, p),
              }))}
            />
            <RadioField
              {...props}
              name="consulate"
              label={t('cases.new.consulate')}
              hint={t('cases.new.consulateHint')}
              choices={consulates}
            />
            <Submit text={t('cases.new.button')} />
          </Form>
        </div>
      </div>
    </Page>
  );
}

export function NotOpenPage({
  view,
  programme,
}: {
  view: PortalView;
  programme: ProgrammeInForce;
}) {
  const { t } = view;
  return (
    <Page view={view} title={t('cases.notOpen.title')} back="/cases/new">
      <h1 class="govuk-heading-l">{t('cases.notOpen.title')}</h1>
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">{programmeName(view, programme)}</h2>
      <p class="govuk-body">
        <ProgrammeStanding view={view} p={programme} />
      </p>
      <p class="govuk-body">{t('cases.notOpen.body')}</p>
      <p class="govuk-body">{t('programme.held')}</p>
      <govuk.Button text={t('cases.notOpen.next')} href="/programmes/compare" />
    </Page>
  );
}

export function TooManyDraftsPage({ view, max }: { view: PortalView; max: number }) {
  const { t } = view;
  return (
    <Page view={view} title={t('cases.tooMany.title', { max })} back="/cases">
      <h1 class="govuk-heading-l">{t('cases.tooMany.title', { max })}</h1>
      <p class="govuk-body">{t('cases.tooMany.body')}</p>
      <govuk.Button text={t('cases.tooMany.next')} href="/cases" />
    </Page>
  );
}
