import { addDays, isoDay } from '#kernel';
import { Badge, createTexts, DataTable, Day, EmptyState, govuk, KeyFacts, Page } from '#web';
import type { Column, English, PageView } from '#web';
import { bondWords } from '../../apps/officer/src/words/bond.ts';
import { caseWords } from '../../apps/officer/src/words/case.ts';
import { crossingsOf, nextDeadline } from './dates.ts';
import * as machine from './machine.text.ts';
import type { Clock, Refusal, StagedCase } from './stage.ts';

const parts = { machine };
export const texts = createTexts(parts);
export type MachineView = PageView<English<typeof parts>>;

export type Said = { readonly done: 'moved' | 'reported' } | { readonly refused: Refusal };

export interface MachinePageOptions {
  readonly view: MachineView;
  readonly clock: Clock;
  readonly cases: readonly StagedCase[];
  readonly isAtWork: boolean;
  /** Where an officer finds a case. */
  readonly officerUrl: string;
  /** What became of the form that was just sent. */
  readonly said: Said | null;
}

function Outcome({ view: { t }, said }: Pick<MachinePageOptions, 'view' | 'said'>) {
  if (!said) return null;
  const isDone = 'done' in said;
  return (
    <govuk.NotificationBanner
      type={isDone ? 'success' : ''}
      titleText={t.dynamic(isDone ? 'web.success' : 'web.important')}
      text={isDone ? t(`machine.done.${said.done}`) : t(`machine.refused.${said.refused}`)}
    />
  );
}

const STEPS = { day: 1, week: 7, month: 30 } as const;

/** Each button is a day to go to, so that pressing twice moves once. */
function MoveForm({ view: { t }, clock }: Pick<MachinePageOptions, 'view' | 'clock'>) {
  return (
    <form method="post" action="/move">
      <govuk.Checkboxes
        name="complete"
        items={[
          {
            value: 'yes',
            checked: true,
            text: t('machine.move.complete'),
            hint: { text: t('machine.move.completeHint') },
          },
        ]}
      />
      <div class="govuk-button-group">
        {(Object.keys(STEPS) as (keyof typeof STEPS)[]).map((step) => (
          <govuk.Button
            name="day"
            value={isoDay(addDays(clock.today, STEPS[step]))}
            text={t(`machine.move.${step}`)}
            classes="govuk-button--secondary"
            preventDoubleClick
          />
        ))}
      </div>
      <p class="govuk-hint">{t('machine.move.forward')}</p>
    </form>
  );
}

/** Of which case, for those who hear a list of buttons. */
const OfCase = ({ row: { reference }, view: { t } }: { row: StagedCase; view: MachineView }) => (
  <span class="govuk-visually-hidden"> {t('machine.cases.goPastOf', { reference })}</span>
);

function Next({ row, clock, view }: { row: StagedCase; clock: Clock; view: MachineView }) {
  const { t, lang } = view;
  const next = nextDeadline(row, clock.today);
  if (!next) return <>{t('machine.cases.none')}</>;
  return (
    <form method="post" action="/move">
      <input type="hidden" name="complete" value="yes" />
      {t.dynamic('web.labelled', { label: t(`machine.deadlines.${next.name}`) })}{' '}
      <Day day={next.on} lang={lang} />
      <div class="govuk-!-margin-top-2">
        <govuk.Button
          name="day"
          value={isoDay(addDays(next.on, 1))}
          classes="govuk-button--secondary govuk-!-margin-bottom-0"
          preventDoubleClick
          html={
            <>
              {t('machine.cases.goPast')}
              <OfCase {...{ row, view }} />
            </>
          }
        />
      </div>
    </form>
  );
}

function Border({ row, view }: { row: StagedCase; view: MachineView }) {
  const { t } = view;
  const kinds = crossingsOf(row);
  if (kinds.length === 0) return <>{t('machine.cases.none')}</>;
  return (
    <form method="post" action="/border">
      <input type="hidden" name="case" value={row.caseId} />
      <div class="govuk-button-group govuk-!-margin-bottom-0">
        {kinds.map((kind) => (
          <govuk.Button
            name="kind"
            value={kind}
            classes="govuk-button--secondary govuk-!-margin-bottom-0"
            preventDoubleClick
            html={
              <>
                {t(`machine.crossings.${kind}`)}
                <OfCase {...{ row, view }} />
              </>
            }
          />
        ))}
      </div>
    </form>
  );
}

function columnsOf({ view, clock, officerUrl }: MachinePageOptions): Column<StagedCase>[] {
  const { t, lang } = view;
  return [
    {
      label: t('machine.cases.case'),
      cell: (row) => (
        <>
          <a class="govuk-link vb-nowrap" href={`${officerUrl}/cases/${row.reference}`}>
            {row.reference}
          </a>
          {row.name && (
            <>
              <br />
              {row.name}
            </>
          )}
        </>
      ),
    },
    {
      label: t('machine.cases.state'),
      cell: ({ caseState, bondState }) => {
        const words = caseWords[caseState as keyof typeof caseWords];
        const bond = bondState ? bondWords[bondState as keyof typeof bondWords] : null;
        return (
          <>
            <Badge tone={words.tone}>{words[lang]}</Badge>{' '}
            {bond && <Badge tone={bond.tone}>{bond[lang]}</Badge>}
          </>
        );
      },
    },
    {
      label: t('machine.cases.next'),
      cell: (row) => <Next row={row} clock={clock} view={view} />,
    },
    { label: t('machine.cases.act'), cell: (row) => <Border row={row} view={view} /> },
  ];
}

function Today({ view, clock }: Pick<MachinePageOptions, 'view' | 'clock'>) {
  const { t, lang } = view;
  const note =
    clock.daysAhead === 0 ? t('machine.same') : t('machine.ahead', { count: clock.daysAhead });
  return (
    <KeyFacts
      facts={[{ label: t('machine.today'), value: <Day day={clock.today} lang={lang} />, note }]}
    />
  );
}

export function MachinePage(o: MachinePageOptions) {
  const { view, clock, cases, isAtWork, said } = o;
  const { t, lang } = view;
  return (
    <Page view={view} title={t('machine.title')} wide>
      <Outcome view={view} said={said} />
      <h1 class="govuk-heading-l">{t('machine.title')}</h1>
      <p class="govuk-body govuk-!-width-two-thirds">{t('machine.lead')}</p>
      <Today view={view} clock={clock} />
      <p class="govuk-body" role="status">
        {isAtWork ? t('machine.working') : ''}
      </p>
      <h2 class="govuk-heading-m">{t('machine.move.title')}</h2>
      <MoveForm view={view} clock={clock} />
      <DataTable
        lang={lang}
        caption={t('machine.cases.title')}
        columns={columnsOf(o)}
        rows={cases}
        empty={
          <EmptyState title={t('machine.cases.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('machine.cases.emptyBody')}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
