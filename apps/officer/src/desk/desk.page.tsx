import { WAITING_MAX } from '#platform';
import { EmptyState, fieldErrors, Form, KeyFacts, Page, SelectField, Submit } from '#web';
import type { FieldError } from '#web';
import type { ComponentChildren } from 'preact';
import type { Staff } from '../accounts-for-web.service.ts';
import { CaseTable } from '../shared/case-table.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { deskLists, type DeskKey } from './desk-lists.ts';
import type { DeskContent } from './desk.service.ts';
import { Notice } from '../shared/notice.view.tsx';

export interface DeskPageOptions {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly desk: DeskContent;
  readonly notice?: unknown;
  readonly errors?: readonly FieldError[];
}

function TakeNext({ view, staff, desk, errors = [] }: DeskPageOptions) {
  const { t } = view;
  const choices = [...desk.consulates.values()].map((o) => ({ value: o.id, text: o.city }));
  return (
    <Form view={view} action="/desk/next">
      {staff.consulateId === null && (
        <SelectField
          {...{ view, values: {}, errors: fieldErrors(view, errors), choices }}
          name="consulate"
          label={t('desk.consulate')}
          empty={t('desk.chooseConsulate')}
        />
      )}
      <Submit text={t('desk.takeNext')} classes="govuk-!-margin-bottom-2" />
      <p class="govuk-body-s">{t('desk.takeNextHelp')}</p>
    </Form>
  );
}

const Count = ({ view, name, n }: { view: OfficerView; name: string; n: number }) => (
  <>
    {n > WAITING_MAX ? view.t('desk.more', { max: WAITING_MAX }) : n}
    <span class="govuk-visually-hidden"> {name}</span>
  </>
);

function Lists({ view, desk }: DeskPageOptions) {
  const { t } = view;
  if (desk.counts.size === 0) {
    return (
      <EmptyState title={t('desk.nothing')}>
        <p class="govuk-body govuk-!-margin-bottom-0">{t('desk.nothingBody')}</p>
      </EmptyState>
    );
  }
  const lists = [...desk.counts].map(([key, n]: [DeskKey, number]) => ({ key, n }));
  const link = (key: DeskKey, content: ComponentChildren) => (
    <a class="govuk-link govuk-link--no-visited-state" href={deskLists[key].href}>
      {content}
    </a>
  );
  const name = (key: DeskKey) => t(`desk.lists.${key}.name`);
  const facts = lists
    .filter(({ n }) => n > 0)
    .map(({ key, n }) => ({
      label: name(key),
      note: t(`desk.lists.${key}.why`),
      value: link(key, <Count view={view} name={name(key)} n={n} />),
    }));
  const empty = lists.filter(({ n }) => n === 0);
  return (
    <>
      <h2 class="govuk-heading-m">{t('desk.work')}</h2>
      {facts.length > 0 && <KeyFacts facts={facts} tiles />}
      {empty.length > 0 && (
        <div class="govuk-body">
          {t('desk.empty')}
          <ul class="vb-inline-list">
            {empty.map(({ key }) => (
              <li>{link(key, name(key))}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Mine({ view, desk }: DeskPageOptions) {
  const { t } = view;
  return (
    <>
      <CaseTable
        view={view}
        caption={t('desk.mine')}
        list={desk.mine}
        empty={{ title: t('desk.mineNone'), body: t('desk.mineNoneBody') }}
      />
      {desk.mine.rows.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href="/queues/mine">
            {t('desk.mineAll')}
          </a>
        </p>
      )}
    </>
  );
}

export function DeskPage(o: DeskPageOptions) {
  const { view, staff } = o;
  const { t } = view;
  const consulate = staff.consulateId && o.desk.consulates.get(staff.consulateId)?.city;
  const reviews = staff.permissions.has('case.review');
  return (
    <Page view={view} title={t('desk.title')} wide errors={o.errors ?? []}>
      <Notice view={view} code={o.notice} group="desk" />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {consulate && <span class="govuk-caption-l">{consulate}</span>}
          <h1 class="govuk-heading-l">{t('desk.title')}</h1>
        </div>
        <div class="govuk-grid-column-one-third">{reviews && <TakeNext {...o} />}</div>
      </div>
      <Lists {...o} />
      {reviews && <Mine {...o} />}
    </Page>
  );
}
