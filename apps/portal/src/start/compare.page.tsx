import type { ComparedRule, ProgrammeInForce } from '#programme';
import { countryName, Badge, DataTable, EmptyState, govuk, Page } from '#web';
import type { PortalView } from '../text/index.ts';
import { programmeName, ProgrammeStanding, ruleWords } from './programme-words.tsx';

type Both = {
  view: PortalView;
  left: ProgrammeInForce;
  right: ProgrammeInForce;
  rules: readonly ComparedRule[];
};

const Standing = ({ view, p }: { view: PortalView; p: ProgrammeInForce }) => (
  <div class="govuk-grid-column-one-half">
    <h2 class="govuk-heading-s govuk-!-margin-bottom-1">{programmeName(view, p)}</h2>
    <p class="govuk-body govuk-!-margin-bottom-1">
      <ProgrammeStanding view={view} p={p} />
    </p>
    <p class="govuk-body-s">{view.t('programme.compare.legal', { reference: p.legalReference })}</p>
  </div>
);

function RuleTable({ view, left, right, rules }: Both) {
  const { t, lang } = view;
  return (
    <DataTable
      lang={lang}
      caption={t('programme.compare.caption')}
      captionHidden
      rows={rules}
      columns={[
        { label: t('programme.compare.rule'), cell: (r) => t(`programme.rule.${r.rule}`) },
        { label: countryName(left.issuingState, lang), cell: (r) => ruleWords(view, r.left) },
        { label: countryName(right.issuingState, lang), cell: (r) => ruleWords(view, r.right) },
        {
          label: t('programme.compare.verdict'),
          cell: (r) => (
            <Badge tone={r.same ? 'good' : 'wait'}>
              {t(r.same ? 'programme.compare.same' : 'programme.compare.different')}
            </Badge>
          ),
        },
      ]}
    />
  );
}

function Sources({ view, left, right, rules }: Both) {
  const { t, lang } = view;
  const source = (basis: ComparedRule['leftBasis']) =>
    `${t.dynamic('web.labelled', { label: t(`programme.basis.${basis.tag}`) })} ${basis.source}`;
  return (
    <govuk.Details summaryText={t('programme.compare.sources')}>
      <p class="govuk-body">{t('programme.compare.sourcesHelp')}</p>
      <DataTable
        lang={lang}
        caption={t('programme.compare.sources')}
        captionHidden
        rows={rules}
        columns={[
          { label: t('programme.compare.rule'), cell: (r) => t(`programme.rule.${r.rule}`) },
          { label: countryName(left.issuingState, lang), cell: (r) => source(r.leftBasis) },
          { label: countryName(right.issuingState, lang), cell: (r) => source(r.rightBasis) },
        ]}
      />
    </govuk.Details>
  );
}

export function ComparePage(o: {
  view: PortalView;
  left: ProgrammeInForce | undefined;
  right: ProgrammeInForce | undefined;
  rules: readonly ComparedRule[];
}) {
  const { view, left, right, rules } = o;
  const { t } = view;
  const same = rules.filter((r) => r.same).length;
  return (
    <Page view={view} title={t('programme.compare.title')}>
      <h1 class="govuk-heading-l">{t('programme.compare.title')}</h1>
      <p class="govuk-body-l">{t('programme.compare.lead')}</p>
      {left && right ? (
        <>
          <div class="govuk-grid-row">
            <Standing view={view} p={left} />
            <Standing view={view} p={right} />
          </div>
          <p class="govuk-body govuk-!-font-weight-bold">
            {t('programme.compare.count', { same, all: rules.length })}
          </p>
          <RuleTable {...{ view, left, right, rules }} />
          <Sources {...{ view, left, right, rules }} />
        </>
      ) : (
        <EmptyState title={t('programme.compare.none')} />
      )}
    </Page>
  );
}
