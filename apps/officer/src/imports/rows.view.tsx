import type { MatchLine, ProblemLine } from '#travel';
import { DataTable, DateTime, KeyFacts, type Column } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import { asideText, ruleText } from '../shared/codes.ts';
import { LongId } from '../shared/long-id.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { isRunning, type ImportPageOptions } from './import-page.ts';
import { fieldOf } from './problems-csv.ts';

/** How many rows came to what. */
export function Counts({ view, content }: ImportPageOptions) {
  const { t, lang } = view;
  const { sent } = content;
  if (sent.source === 'hand') return null;
  const number = new Intl.NumberFormat(lang);
  const fact = (label: string, count: number) => ({ label, value: number.format(count) });
  const done = sent.state === 'imported';
  return (
    <KeyFacts
      facts={[
        done
          ? fact(t('imports.counts.imported'), sent.loaded)
          : fact(t('imports.counts.accepted'), sent.accepted),
        fact(t('imports.counts.duplicates'), sent.duplicates),
        fact(t('imports.counts.refused'), sent.refused),
        fact(t('imports.counts.matched'), sent.matched),
      ]}
    />
  );
}

/** Why it comes to that, where that says more. */
function whyOf(view: OfficerView, { outcome, why }: MatchLine): string | null {
  if (outcome === 'cancel') return ruleText(view, why ?? '');
  if (outcome === 'desk') return asideText(view, why ?? '');
  return null;
}

function matchColumns(view: OfficerView): Column<MatchLine>[] {
  const { t, lang } = view;
  const number = new Intl.NumberFormat(lang);
  return [
    {
      label: t('imports.line'),
      numeric: true,
      cell: (m) => number.format(m.line),
    },
    { label: t('movements.kind'), cell: (m) => t(`states.kind.${m.kind}`) },
    {
      label: t('imports.hand.when'),
      cell: (m) => <DateTime at={m.happenedAt} zone="UTC" lang={lang} />,
    },
    {
      label: t('imports.foreseen.case'),
      cell: (m) => m.reference && <CaseLink view={view} reference={m.reference} />,
    },
    {
      label: t('imports.foreseen.follows'),
      cell: (m) => {
        const why = whyOf(view, m);
        return (
          <>
            {m.outcome && t(`states.importOutcome.${m.outcome}`)}
            {why && (
              <>
                <br />
                {why}
              </>
            )}
          </>
        );
      },
    },
  ];
}

/** What the records of known travellers would bring about, or were expected to. */
export function Foreseen(o: ImportPageOptions) {
  const { view, content } = o;
  const { t, lang } = view;
  const { sent, outcomes, matches } = content;
  if (isRunning(o) && sent.state === 'checking') return null;
  if (matches.length === 0) {
    return sent.accepted > 0 ? <p class="govuk-body">{t('imports.foreseen.none')}</p> : null;
  }
  const number = new Intl.NumberFormat(lang);
  const total = outcomes.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <h2 class="govuk-heading-m">{t('imports.foreseen.title')}</h2>
      <p class="govuk-body">{t('imports.foreseen.lead')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {outcomes.map(({ outcome, count }) => (
          <li>
            {t('imports.foreseen.count', {
              what: outcome
                ? t(`states.importOutcome.${outcome}`)
                : t('imports.foreseen.notLookedAt'),
              many: number.format(count),
            })}
          </li>
        ))}
      </ul>
      <DataTable
        lang={lang}
        caption={t('imports.foreseen.title')}
        captionHidden
        rows={matches}
        columns={matchColumns(view)}
      />
      {matches.length < total && (
        <p class="govuk-body">
          {t('imports.foreseen.more', { shown: number.format(matches.length) })}
        </p>
      )}
    </>
  );
}

/** The first rows that become no record, and all of them as a file. */
export function Problems({ view, content }: ImportPageOptions) {
  const { t, lang } = view;
  const { sent, problems } = content;
  if (problems.length === 0) return null;
  const number = new Intl.NumberFormat(lang);
  return (
    <>
      <h2 class="govuk-heading-m">{t('imports.problems.title')}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`/movements/imports/${sent.id}/problems.csv`}>
          {t('imports.problems.download')}
        </a>
      </p>
      <DataTable
        lang={lang}
        caption={t('imports.problems.first')}
        captionHidden
        rows={problems}
        columns={[
          {
            label: t('imports.line'),
            numeric: true,
            cell: (p: ProblemLine) => number.format(p.line),
          },
          {
            label: t('imports.csv.record'),
            cell: (p: ProblemLine) => p.recordId && <LongId id={p.recordId} />,
          },
          {
            label: t('imports.csv.field'),
            cell: (p: ProblemLine) => t.dynamic(`states.importField.${fieldOf(p.reason)}`),
          },
          {
            label: t('imports.csv.reason'),
            cell: (p: ProblemLine) => t.dynamic(`states.importRow.${p.reason}`),
          },
        ]}
      />
    </>
  );
}
