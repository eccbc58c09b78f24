import type { BorderCallback } from '#travel';
import { Badge, DataTable, DateTime, fieldErrors, Form, Submit, TextField } from '#web';
import type { Answers, FieldError } from '#web';
import { LongId } from '../shared/long-id.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { borderCallbackWords } from '../words/border-client.ts';
import type { BorderContent } from './border-desk.service.ts';

interface Props {
  readonly view: OfficerView;
  readonly content: BorderContent;
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
}

/** The latest batches of which it was told, or could not be. */
function Told({ view, content }: Props) {
  const { t, lang } = view;
  if (content.callbacks.length === 0) return null;
  return (
    <DataTable<BorderCallback>
      lang={lang}
      caption={t('borderCallbacks.latest')}
      rows={content.callbacks}
      columns={[
        { label: t('borderCallbacks.batch'), cell: (c) => <LongId id={c.batchId} /> },
        {
          label: t('borderClients.state'),
          cell: (c) => (
            <>
              <Badge tone={borderCallbackWords[c.state].tone}>
                {t(`states.borderCallback.${c.state}`)}
              </Badge>
              {c.fault && <div class="govuk-body-s">{t(`states.callbackFault.${c.fault}`)}</div>}
            </>
          ),
        },
        { label: t('borderCallbacks.tries'), cell: (c) => `${c.tries}`, numeric: true },
        {
          label: t('borderCallbacks.triedAt'),
          cell: (c) =>
            c.triedAt ? (
              <DateTime at={c.triedAt} zone="UTC" lang={lang} />
            ) : (
              t('borderClients.never')
            ),
        },
      ]}
    />
  );
}

function Ask(o: Props) {
  const { view, content, values, errors = [] } = o;
  const { t } = view;
  if (content.proposed) {
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={`/border-clients/proposals/${content.proposed.id}`}>
          {t('borderCallbacks.proposed')}
        </a>
      </p>
    );
  }
  return (
    <Form view={view} action={`/border-clients/${content.client.id}/callback`}>
      <TextField
        {...{ view, values, errors: fieldErrors(view, errors) }}
        name="address"
        label={t('borderCallbacks.address')}
        hint={t('borderCallbacks.addressHint')}
      />
      <Submit text={t('borderCallbacks.propose')} classes="govuk-button--secondary" />
    </Form>
  );
}

/** Where a border system is told what became of its batches, instead of asking. */
export function Callback(o: Props) {
  const { view, content } = o;
  const { t } = view;
  const { client } = content;
  if (client.state !== 'active') return <Told {...o} />;
  return (
    <>
      <h2 class="govuk-heading-m">{t('borderCallbacks.title')}</h2>
      <p class="govuk-body">{t('borderCallbacks.lead')}</p>
      {client.callbackUrl && (
        <>
          <p class="govuk-body">
            {t('borderCallbacks.current')} <strong>{client.callbackUrl}</strong>
          </p>
          <Form view={view} action={`/border-clients/${client.id}/callback/stop`}>
            <Submit text={t('borderCallbacks.stop')} classes="govuk-button--warning" />
          </Form>
        </>
      )}
      <Told {...o} />
      <Ask {...o} />
    </>
  );
}
