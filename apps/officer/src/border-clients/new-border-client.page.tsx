import { fieldErrors, Form, LinesField, Page, RadioField, Submit, TextField } from '#web';
import type { Answers, FieldError } from '#web';
import { programmeName } from '../shared/case-table.view.tsx';
import type { OfficerView } from '../text/index.ts';
import type { BorderPlace } from './border-desk.service.ts';

const KEY_ROWS = 5;

interface Props {
  readonly view: OfficerView;
  readonly places: readonly BorderPlace[];
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
}

/** Who is to be let in, with which key; another administrator then confirms it. */
export function NewBorderClientPage({ view, places, values, errors = [] }: Props) {
  const { t } = view;
  const props = { view, values, errors: fieldErrors(view, errors) };
  return (
    <Page view={view} title={t('borderClients.new.title')} back="/border-clients" errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('borderClients.new.title')}</h1>
          <p class="govuk-body">{t('borderClients.new.lead')}</p>
          <Form view={view} action="/border-clients">
            <TextField
              {...props}
              name="name"
              label={t('borderClients.name')}
              hint={t('borderClients.new.nameHint')}
              autocomplete="off"
            />
            <RadioField
              {...props}
              name="programme"
              label={t('borderClients.programme')}
              choices={places.map(({ code, ports }) => ({
                value: code,
                text: programmeName(view, code),
                hint: t('borderClients.new.portsOf', { ports: ports.join(', ') }),
              }))}
            />
            <TextField
              {...props}
              name="ports"
              label={t('borderClients.ports')}
              hint={t('borderClients.new.portsHint')}
              classes="govuk-input--width-20"
              autocomplete="off"
              spellcheck={false}
            />
            <LinesField
              {...props}
              name="key"
              label={t('borderClients.new.key')}
              hint={t('borderClients.new.keyHint')}
              rows={KEY_ROWS}
            />
            <Submit text={t('borderClients.new.button')} />
          </Form>
        </div>
      </div>
    </Page>
  );
}
