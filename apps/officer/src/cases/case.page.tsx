import { fullName } from '#identity';
import { formatDay, Temporal } from '#kernel';
import { EmptyState, moj, Page, type Column, DataTable, DateTime, Timeline } from '#web';
import type { MovementLine } from '#travel';
import { FreezeNotes } from '../freezes/freeze-note.view.tsx';
import { MovementStanding } from '../movements/movement.view.tsx';
import { CaseBadges } from '../shared/case-table.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { ActionsPanel } from './actions.view.tsx';
import { AnswersPanel } from './answers.view.tsx';
import type { CasePageOptions } from './case-page.ts';
import { historyItems } from './history.view.tsx';
import { InformationPanel } from './information.view.tsx';
import { MoneyPanels, ProposalNote, ReversalNote } from './money.view.tsx';
import { PassportPanel } from '../passports/passport.view.tsx';
import { SummaryPanel } from './summary.view.tsx';

const dayText = (view: OfficerView, iso: string) =>
  formatDay(Temporal.PlainDate.from(iso), view.lang);

/** Who the case is about, always in sight. */
function TravellerBar({ view, content }: Omit<CasePageOptions, 'staff'>) {
  const { t } = view;
  const { person, document } = content;
  if (!person) return null;
  return (
    <moj.IdentityBar
      title={{
        html: (
          <>
            <span class="govuk-visually-hidden">
              {t.dynamic('web.labelled', { label: t('cases.identity.label') })}{' '}
            </span>
            <strong>{fullName(person)}</strong>
            {' · '}
            {t('cases.identity.born', { day: dayText(view, person.bornOn) })}
            {' · '}
            {t('cases.identity.nationality', { code: person.nationality })}
            {document && (
              <>
                {' · '}
                {t('cases.identity.passport', {
                  state: document.issuingState,
                  number: document.number,
                  day: dayText(view, document.expiresOn),
                })}
              </>
            )}
          </>
        ),
      }}
    />
  );
}

/** Which passport was shown at the border, and whether it is the one of this case (R32). */
function ShownDocument({ view, content, line }: CasePageOptions & { line: MovementLine }) {
  const { t } = view;
  const shown = line.documentId === null ? undefined : content.documents.get(line.documentId);
  if (!shown) return <>–</>;
  const { issuingState, number } = shown.details;
  return (
    <>
      {issuingState} {number}
      <br />
      <span class="govuk-body-s">{t(`passport.part.${shown.part}`)}</span>
    </>
  );
}

function Movements(o: CasePageOptions) {
  const { view, content } = o;
  const { t, lang } = view;
  if (!content.movements) return null;
  const columns: Column<MovementLine>[] = [
    { label: t('movements.kind'), cell: (m) => t(`states.kind.${m.kind}`) },
    { label: t('movements.port'), cell: (m) => m.portCode },
    {
      label: t('movements.happened'),
      cell: (m) => <DateTime at={m.happenedAt} zone="UTC" lang={lang} />,
    },
    { label: t('movements.document'), cell: (m) => <ShownDocument {...o} line={m} /> },
    { label: t('movements.state'), cell: (m) => <MovementStanding view={view} line={m} /> },
  ];
  return (
    <DataTable
      lang={lang}
      caption={t('cases.movements.title')}
      columns={columns}
      rows={content.movements}
      empty={
        <EmptyState title={t('cases.movements.none')}>
          <p class="govuk-body govuk-!-margin-bottom-0">{t('cases.movements.noneBody')}</p>
        </EmptyState>
      }
    />
  );
}

export function CasePage(o: CasePageOptions) {
  const { view, content } = o;
  const { t, lang } = view;
  const { row, list } = content;
  const title = t('cases.title', { reference: row.reference });
  return (
    <Page view={view} title={title} wide before={<TravellerBar {...o} />}>
      <Notice view={view} code={o.notice} group="cases" />
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">{title}</h1>
      <p class="govuk-body">
        <CaseBadges view={view} row={row} list={list} />{' '}
        <a class="govuk-link govuk-body-s" href="#actions">
          {t('cases.actions.title')}
        </a>
      </p>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <FreezeNotes {...o} />
          <ReversalNote {...o} />
          <ProposalNote {...o} />
          <InformationPanel {...o} />
          <SummaryPanel {...o} />
          <PassportPanel {...o} />
          <AnswersPanel {...o} />
          <MoneyPanels {...o} />
          <Movements {...o} />
        </div>
        <div class="govuk-grid-column-one-third">
          <ActionsPanel {...o} />
          <h2 class="govuk-heading-m">{t('cases.history.title')}</h2>
          <Timeline lang={lang} headingLevel={3} items={historyItems(o)} />
          <p class="govuk-body-s">{t('cases.identity.opened')}</p>
        </div>
      </div>
    </Page>
  );
}
