import { liftReasons, type CaseFreeze } from '#refund';
import {
  Badge,
  DataTable,
  DateTime,
  EmptyState,
  fieldErrors,
  Form,
  govuk,
  Page,
  RadioField,
  Reference,
  Submit,
  type FieldError,
} from '#web';
import type { Staff } from '../accounts-for-web.service.ts';
import { CaseLink } from '../shared/case-link.view.tsx';
import { LongId } from '../shared/long-id.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { freezeStateWords } from '../words/case.ts';
import type { FreezeContent, FreezeList } from './freeze-pages.service.ts';

const StateBadge = ({ view, row }: { view: OfficerView; row: CaseFreeze }) => (
  <Badge tone={freezeStateWords[row.state].tone}>{view.t(`states.freezeState.${row.state}`)}</Badge>
);

const placer = (view: OfficerView, names: ReadonlyMap<string, string>, { placedBy }: CaseFreeze) =>
  placedBy ? (names.get(placedBy) ?? view.t('queues.nobody')) : view.t('freezes.byBank');

/** All that are in force, the longest first. */
export function FreezesPage({ view, list }: { view: OfficerView; list: FreezeList }) {
  const { t, lang } = view;
  return (
    <Page view={view} title={t('freezes.title')} wide>
      <h1 class="govuk-heading-l">{t('freezes.title')}</h1>
      <p class="govuk-body">{t('freezes.lead')}</p>
      <DataTable<CaseFreeze>
        lang={lang}
        caption={t('freezes.title')}
        captionHidden
        rows={list.rows}
        columns={[
          { label: t('approvals.reference'), cell: (r) => <Reference code={r.reference} /> },
          { label: t('freezes.reason'), cell: (r) => t(`states.freeze.${r.reasonCode}`) },
          { label: t('freezes.placedBy'), cell: (r) => placer(view, list.names, r) },
          {
            label: t('freezes.placedAt'),
            cell: (r) => <DateTime at={r.placedAt} zone="UTC" lang={lang} />,
          },
          { label: t('freezes.state'), cell: (r) => <StateBadge view={view} row={r} /> },
          {
            label: t('freezes.look'),
            cell: (r) => (
              <a class="govuk-link" href={`/freezes/${r.id}`}>
                <span aria-hidden="true">{t('freezes.look')}</span>
                <span class="govuk-visually-hidden">
                  {t('freezes.lookAt', { reference: r.reference })}
                </span>
              </a>
            ),
          },
        ]}
        empty={
          <EmptyState title={t('freezes.none')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('freezes.noneBody')}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}

interface OneProps {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: FreezeContent;
  readonly notice?: unknown;
  readonly errors?: readonly FieldError[];
}

function Facts({ view, content }: OneProps) {
  const { t, lang } = view;
  const { row, names } = content;
  const text = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  const person = (key: string, id: string | null) =>
    id && text(key, names.get(id) ?? t('queues.nobody'));
  return (
    <govuk.SummaryList
      rows={[
        {
          key: { text: t('approvals.reference') },
          value: { html: <CaseLink view={view} reference={row.reference} /> },
        },
        text(t('freezes.reason'), t(`states.freeze.${row.reasonCode}`)),
        {
          key: { text: t('freezes.state') },
          value: { html: <StateBadge view={view} row={row} /> },
        },
        text(t('freezes.placedBy'), placer(view, names, row)),
        row.processorWarningId && {
          key: { text: t('freezes.warning.number') },
          value: { html: <LongId id={row.processorWarningId} /> },
        },
        {
          key: { text: t('freezes.placedAt') },
          value: { html: <DateTime at={row.placedAt} zone="UTC" lang={lang} /> },
        },
        row.liftReason && text(t('freezes.liftReason'), t(`states.lift.${row.liftReason}`)),
        person(t('freezes.proposedBy'), row.proposedBy),
        person(t('freezes.approvedBy'), row.approvedBy),
      ]}
    />
  );
}

function Propose({ view, content, errors = [] }: OneProps) {
  const { t } = view;
  return (
    <Form view={view} action={`/freezes/${content.row.id}/lift`}>
      <RadioField
        {...{ view, values: {}, errors: fieldErrors(view, errors) }}
        name="liftReason"
        label={t('freezes.lift.reason')}
        hint={t('freezes.lift.then')}
        choices={liftReasons.map((code) => ({ value: code, text: t(`states.lift.${code}`) }))}
      />
      <Submit text={t('freezes.lift.button')} />
    </Form>
  );
}

function Answer({ view, staff, content }: OneProps) {
  const { t } = view;
  const { row } = content;
  const path = `/freezes/${row.id}`;
  const isOwn = row.proposedBy === staff.id;
  const mayApprove = staff.permissions.has('bond.approve') && !isOwn;
  return (
    <>
      {mayApprove ? (
        <>
          <h2 class="govuk-heading-m">{t('freezes.answer.effects')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            <li>{t('freezes.answer.visa')}</li>
            <li>{t('freezes.answer.money')}</li>
          </ul>
          <Form view={view} action={`${path}/approve`}>
            <Submit text={t('freezes.answer.button')} classes="govuk-button--warning" />
          </Form>
        </>
      ) : (
        <govuk.InsetText text={t(isOwn ? 'freezes.answer.own' : 'freezes.answer.noRight')} />
      )}
      {(mayApprove || isOwn) && (
        <Form view={view} action={`${path}/decline`}>
          <Submit
            text={t(isOwn ? 'freezes.answer.takeBack' : 'freezes.answer.decline')}
            classes="govuk-button--secondary"
          />
        </Form>
      )}
    </>
  );
}

/** What a bank's warning means, and what people can do about it. */
function Warned({ view: { t } }: { view: OfficerView }) {
  return (
    <>
      <h2 class="govuk-heading-m">{t('freezes.warning.title')}</h2>
      <p class="govuk-body">{t('freezes.warning.what')}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('freezes.warning.askPayer')}</li>
        <li>{t('freezes.warning.real')}</li>
        <li>{t('freezes.warning.notReal')}</li>
      </ul>
      <p class="govuk-body">{t('freezes.warning.silence')}</p>
    </>
  );
}

/** One freeze, who placed it, and what may be done about it. */
export function OneFreezePage(o: OneProps) {
  const { view, content, errors } = o;
  const { t } = view;
  const title = t('freezes.one', { reference: content.row.reference });
  return (
    <Page view={view} title={title} back="/freezes" wide errors={errors ?? []}>
      <Notice view={view} code={o.notice} group="freezes" />
      <h1 class="govuk-heading-l">{title}</h1>
      <Facts {...o} />
      {content.row.reasonCode === 'fraud_warning' && content.row.state !== 'lifted' && (
        <Warned view={view} />
      )}
      {content.row.state === 'in_force' && <Propose {...o} />}
      {content.row.state === 'lift_proposed' && <Answer {...o} />}
      {content.row.state === 'lift_approved' && <govuk.InsetText text={t('freezes.lifting')} />}
      {content.row.state === 'lifted' && <govuk.InsetText text={t('freezes.over')} />}
    </Page>
  );
}
