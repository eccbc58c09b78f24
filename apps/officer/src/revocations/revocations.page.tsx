import type { Revocation } from '#refund';
import { DataTable, DateTime, EmptyState, Form, govuk, Page, Reference, Submit } from '#web';
import type { Staff } from '../accounts-for-web.service.ts';
import { CaseLink } from '../shared/case-link.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { revokeEffects } from './effects.ts';
import type { RevocationContent, RevocationList } from './revocations.service.ts';

/** Visas that somebody wants cancelled, the longest waiting first. */
export function RevocationsPage({ view, list }: { view: OfficerView; list: RevocationList }) {
  const { t, lang } = view;
  return (
    <Page view={view} title={t('revocations.title')} wide>
      <h1 class="govuk-heading-l">{t('revocations.title')}</h1>
      <p class="govuk-body">{t('revocations.lead')}</p>
      <DataTable<Revocation>
        lang={lang}
        caption={t('revocations.title')}
        captionHidden
        rows={list.rows}
        columns={[
          { label: t('approvals.reference'), cell: (r) => <Reference code={r.reference} /> },
          { label: t('revocations.reason'), cell: (r) => t(`states.revocation.${r.reasonCode}`) },
          { label: t('approvals.by'), cell: (r) => list.names.get(r.proposedBy) },
          {
            label: t('approvals.since'),
            cell: (r) => <DateTime at={r.proposedAt} zone="UTC" lang={lang} />,
          },
          {
            label: t('approvals.look'),
            cell: (r) => (
              <a class="govuk-link" href={`/revocations/${r.id}`}>
                <span aria-hidden="true">{t('approvals.look')}</span>
                <span class="govuk-visually-hidden">
                  {t('approvals.lookAt', { reference: r.reference })}
                </span>
              </a>
            ),
          },
        ]}
        empty={
          <EmptyState title={t('revocations.none')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('revocations.noneBody')}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}

interface OneProps {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: RevocationContent;
  readonly notice: unknown;
}

function Facts({ view, content }: OneProps) {
  const { t, lang } = view;
  const { row, names } = content;
  const text = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  const name = (id: string) => names.get(id) ?? t('queues.nobody');
  return (
    <govuk.SummaryList
      rows={[
        {
          key: { text: t('approvals.reference') },
          value: { html: <CaseLink view={view} reference={row.reference} /> },
        },
        text(t('revocations.reason'), t(`states.revocation.${row.reasonCode}`)),
        text(t('approvals.one.proposedBy'), name(row.proposedBy)),
        {
          key: { text: t('approvals.one.at') },
          value: { html: <DateTime at={row.proposedAt} zone="UTC" lang={lang} /> },
        },
      ]}
    />
  );
}

function Answer({ view, staff, content }: OneProps) {
  const { t } = view;
  const { row, bond, names } = content;
  const path = `/revocations/${row.id}`;
  if (row.state !== 'proposed') {
    const name = (row.decidedBy && names.get(row.decidedBy)) ?? t('queues.nobody');
    const state = t(`states.revocationState.${row.state}`);
    return <govuk.WarningText text={t('approvals.one.decidedBy', { state, name })} />;
  }
  const isOwn = row.proposedBy === staff.id;
  const mayApprove = staff.permissions.has('bond.approve') && !isOwn;
  return (
    <>
      {mayApprove ? (
        <>
          <h2 class="govuk-heading-m">{t('confirm.effects')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {revokeEffects(view, bond?.amount ?? null).map((effect) => (
              <li>{effect}</li>
            ))}
            <li>{t('confirm.final')}</li>
          </ul>
          <Form view={view} action={`${path}/approve`}>
            <Submit text={t('revocations.approve')} classes="govuk-button--warning" />
          </Form>
        </>
      ) : (
        <govuk.InsetText text={t(isOwn ? 'approvals.one.own' : 'revocations.noRight')} />
      )}
      {(mayApprove || isOwn) && (
        <Form view={view} action={`${path}/decline`}>
          <Submit
            text={t(isOwn ? 'revocations.takeBack' : 'approvals.one.decline')}
            classes="govuk-button--secondary"
          />
        </Form>
      )}
    </>
  );
}

/** One proposal, what it would cause, and the second person's answer. */
export function RevocationPage(o: OneProps) {
  const { view } = o;
  const { t } = view;
  const title = t('revocations.one', { reference: o.content.row.reference });
  return (
    <Page view={view} title={title} back="/revocations" wide>
      <Notice view={view} code={o.notice} group="cases" />
      <h1 class="govuk-heading-l">{title}</h1>
      <Facts {...o} />
      <Answer {...o} />
    </Page>
  );
}
