import type { BorderKey } from '#travel';
import { Badge, DataTable, DateTime, fieldErrors, Form, govuk, LinesField, Page } from '#web';
import { Submit, type Answers, type FieldError } from '#web';
import { programmeName } from '../shared/case-table.view.tsx';
import { LongId } from '../shared/long-id.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { borderClientWords, borderKeyWords } from '../words/border-client.ts';
import type { BorderContent } from './border-desk.service.ts';
import { Callback } from './callback.view.tsx';
import { KeyName, Moment } from './parts.view.tsx';

const KEY_ROWS = 5;

interface Props {
  readonly view: OfficerView;
  readonly content: BorderContent;
  readonly values: Answers;
  readonly notice?: unknown;
  readonly errors?: readonly FieldError[];
}

function Summary({ view, content }: Props) {
  const { t } = view;
  const { client, line } = content;
  const text = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  return (
    <govuk.SummaryList
      rows={[
        {
          key: { text: t('borderClients.state') },
          value: {
            html: (
              <Badge tone={borderClientWords[client.state].tone}>
                {t(`states.borderClient.${client.state}`)}
              </Badge>
            ),
          },
        },
        text(t('borderClients.programme'), programmeName(view, client.programmeCode)),
        text(t('borderClients.ports'), client.ports.join(', ')),
        { key: { text: t('borderClients.id') }, value: { html: <LongId id={client.id} /> } },
        {
          key: { text: t('borderClients.recordsAt') },
          value: { html: <Moment view={view} at={line.recordsAt} /> },
        },
        {
          key: { text: t('borderClients.marksAt') },
          value: { html: <Moment view={view} at={line.marksAt} /> },
        },
      ]}
    />
  );
}

/** Who ended a key and when, or how it is ended. */
function KeyEnd({ view, content, of }: Props & { readonly of: BorderKey }) {
  const { t, lang } = view;
  const [at, by] = of.revokedAt ? [of.revokedAt, of.revokedBy] : [of.retiredAt, of.retiredBy];
  const path = `/border-clients/${content.client.id}/keys/${of.id}`;
  const active = content.keys.filter((key) => key.state === 'active').length;
  return (
    <>
      {at && (
        <p class="govuk-body-s">
          <DateTime at={at} zone="UTC" lang={lang} />, {(by && content.names.get(by)) ?? ''}
        </p>
      )}
      {of.state === 'active' && active > 1 && (
        <Form view={view} action={`${path}/retire`}>
          <Submit text={t('borderClients.key.retire')} classes="govuk-button--secondary" />
        </Form>
      )}
      {of.state !== 'revoked' && (
        <govuk.Details summaryText={t('borderClients.key.revoke')}>
          <p class="govuk-body">{t('borderClients.key.revokeLead')}</p>
          <Form view={view} action={`${path}/revoke`}>
            <Submit text={t('borderClients.key.revokeButton')} classes="govuk-button--warning" />
          </Form>
        </govuk.Details>
      )}
    </>
  );
}

function Keys(o: Props) {
  const { view, content } = o;
  const { t, lang } = view;
  return (
    <DataTable<BorderKey>
      lang={lang}
      caption={t('borderClients.keys')}
      rows={content.keys}
      columns={[
        { label: t('borderClients.key.id'), cell: (key) => <KeyName kid={key.kid} /> },
        {
          label: t('borderClients.state'),
          cell: (key) => (
            <Badge tone={borderKeyWords[key.state].tone}>
              {t(`states.borderKey.${key.state}`)}
            </Badge>
          ),
        },
        {
          label: t('borderClients.key.addedAt'),
          cell: (key) => <DateTime at={key.addedAt} zone="UTC" lang={lang} />,
        },
        { label: t('borderClients.key.end'), cell: (key) => <KeyEnd {...o} of={key} /> },
      ]}
      empty={<p class="govuk-body">{t('borderClients.noKey')}</p>}
    />
  );
}

/** The next key, while there is room for one and none waits. */
function NextKey({ view, content, values, errors = [] }: Props) {
  const { t } = view;
  const { client, keys, proposed } = content;
  if (client.state !== 'active') return null;
  const props = { view, values, errors: fieldErrors(view, errors) };
  const isFull = keys.filter((key) => key.state === 'active').length > 1;
  return (
    <>
      <h2 class="govuk-heading-m">{t('borderClients.key.next')}</h2>
      {proposed ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/border-clients/proposals/${proposed.id}`}>
            {t('borderClients.key.proposed')}
          </a>
        </p>
      ) : isFull ? (
        <p class="govuk-body">{t('borderClients.key.full')}</p>
      ) : (
        <Form view={view} action={`/border-clients/${client.id}/keys`}>
          <LinesField
            {...props}
            name="key"
            label={t('borderClients.new.key')}
            hint={t('borderClients.key.nextHint')}
            rows={KEY_ROWS}
          />
          <Submit text={t('borderClients.key.propose')} />
        </Form>
      )}
    </>
  );
}

function Block({ view, content }: Props) {
  const { t } = view;
  if (content.client.state !== 'active') {
    return <govuk.InsetText text={t('borderClients.block.done')} />;
  }
  return (
    <>
      <h2 class="govuk-heading-m">{t('borderClients.block.title')}</h2>
      <p class="govuk-body">{t('borderClients.block.lead')}</p>
      <Form view={view} action={`/border-clients/${content.client.id}/block`}>
        <Submit text={t('borderClients.block.button')} classes="govuk-button--warning" />
      </Form>
    </>
  );
}

/** One border system: what it may report, its keys, and how it is shut out. */
export function BorderClientPage(o: Props) {
  const { view, content, notice, errors = [] } = o;
  const title = content.client.name;
  return (
    <Page view={view} title={title} back="/border-clients" errors={errors} wide>
      <Notice view={view} code={notice} group="borderClients" />
      <h1 class="govuk-heading-l">{title}</h1>
      <Summary {...o} />
      <Keys {...o} />
      <NextKey {...o} />
      <Callback {...o} />
      <Block {...o} />
    </Page>
  );
}
