import { TEXT_MAX } from '#breach';
import { formatMoment } from '#kernel';
import {
  fieldErrors,
  Form,
  LongTextField,
  Page,
  Submit,
  type Answers,
  type FieldError,
} from '#web';
import type { PortalView } from '../text/index.ts';
import type { OwnBreach } from './own-breaches.service.ts';

export function AppealPage(o: {
  readonly view: PortalView;
  readonly own: OwnBreach;
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
}) {
  const { view, own, values, errors = [] } = o;
  const { t, lang } = view;
  const home = `/cases/${own.row.reference}/breach`;
  const { appealBy } = own.breach.file;
  const when = appealBy ? formatMoment(appealBy, own.consulate.timeZone, lang) : '';
  return (
    <Page view={view} title={t('breach.appealTitle')} back={home} errors={errors}>
      <h1 class="govuk-heading-l">{t('breach.appealTitle')}</h1>
      <p class="govuk-body">{t('breach.appealLead', { when })}</p>
      <Form view={view} action={`${home}/appeal`}>
        <LongTextField
          {...{ view, values, errors: fieldErrors(view, errors) }}
          name="appeal"
          label={t('breach.appealField')}
          hint={t('breach.appealHint')}
          maxLength={TEXT_MAX}
          rows={8}
        />
        <Submit text={t('breach.appealSend')} />
      </Form>
    </Page>
  );
}
