import { evidenceKinds } from '#departure';
import { formatDay } from '#kernel';
import { DateField, fieldErrors, Form, Page, RadioField, SaveAndContinue } from '#web';
import type { Answers, FieldError } from '#web';
import type { PortalView } from '../text/index.ts';
import type { EvidenceContent } from './own-evidence.service.ts';

/** For a place that the programme does not list. */
export const OTHER_PORT = 'other';

export interface ClaimPageOptions {
  readonly view: PortalView;
  readonly content: EvidenceContent;
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
}

/** When and where the traveller left, and what proves it. */
export function ClaimPage({ view, content, values, errors = [] }: ClaimPageOptions) {
  const { t, lang } = view;
  const { row, ports, today } = content;
  const props = { view, values, errors: fieldErrors(view, errors) };
  const home = `/cases/${row.reference}`;
  const leaveBy = row.visa?.leaveBy;
  return (
    <Page view={view} title={t('evidence.claim.title')} back={home} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">{row.reference}</span>
          <h1 class="govuk-heading-l">{t('evidence.claim.title')}</h1>
          <p class="govuk-body">{t('evidence.claim.lead')}</p>
          {leaveBy && (
            <p class="govuk-body">
              {t('evidence.claim.leaveBy', { day: formatDay(leaveBy, lang) })}
            </p>
          )}
          <Form view={view} action={`${home}/departure`}>
            <DateField
              {...props}
              name="departedOn"
              label={t('evidence.claim.departedOn')}
              example={today}
            />
            <RadioField
              {...props}
              name="port"
              label={t('evidence.claim.port')}
              choices={[
                ...ports.map((p) => ({ value: p.code, text: `${p.name} (${p.code})` })),
                { value: OTHER_PORT, text: t('evidence.claim.otherPort') },
              ]}
            />
            <RadioField
              {...props}
              name="kind"
              label={t('evidence.claim.kind')}
              choices={evidenceKinds.map((value) => ({
                value,
                text: t(`evidence.kind.${value}`),
                hint: t(`evidence.kindHint.${value}`),
              }))}
            />
            <SaveAndContinue view={view} />
          </Form>
        </div>
      </div>
    </Page>
  );
}
