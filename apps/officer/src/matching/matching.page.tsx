import { fullName } from '#identity';
import { formatDay, formatMoment, Temporal, type PlainDate } from '#kernel';
import { Badge, DataTable, Page } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import { candidateWords } from '../words/movement.ts';
import { MatchingAnswer } from './matching-answer.view.tsx';
import type { MatchingPageOptions } from './matching-page.ts';

interface Line {
  readonly what: string;
  /** Null where the record says nothing of it. */
  readonly record: string | null;
  readonly traveller: string | null;
  /** Whether the two are to be the same. */
  readonly compared: boolean;
}

const plain = (text: string) => text.toUpperCase().replace(/[\s<.-]/g, '');

function linesOf({ view, content }: MatchingPageOptions): Line[] {
  const { t, lang } = view;
  const { said, person, document, movement, row } = content;
  const { traveller } = said;
  const day = (date: PlainDate | string | null | undefined) =>
    date ? formatDay(Temporal.PlainDate.from(date), lang) : null;
  const visa = row?.visa;
  const same = (what: string, record: string | null, of: string | null) => ({
    ...{ what, record, traveller: of, compared: true },
  });
  const other = (what: string, record: string | null, of: string | null) => ({
    ...{ what, record, traveller: of, compared: false },
  });
  return [
    same(t('matching.familyName'), traveller?.familyName ?? null, person.familyName),
    same(t('matching.givenNames'), traveller?.givenNames ?? null, person.givenNames),
    same(t('matching.born'), day(traveller?.bornOn), day(person.bornOn)),
    same(t('matching.issuedBy'), said.document.issuingState, document.issuingState),
    same(t('matching.passport'), said.document.number, document.number),
    other(
      t('matching.happened'),
      `${t(`states.kind.${movement.kind}`)}, ${movement.portCode}, ` +
        formatMoment(movement.happenedAt, 'UTC', lang),
      null,
    ),
    other(
      t('matching.visa'),
      null,
      visa
        ? t('matching.visaDates', { from: day(visa.validFrom)!, until: day(visa.validUntil)! })
        : null,
    ),
    other(t('matching.admitted'), null, day(visa?.admittedOn)),
    other(t('matching.leaveBy'), day(movement.authorisedUntil), day(visa?.leaveBy)),
  ];
}

/** What the border wrote and what we know, line by line; what differs says so. */
function SideBySide(o: MatchingPageOptions) {
  const { view } = o;
  const { t, lang } = view;
  const or = (text: string | null) =>
    text || <span class="govuk-hint govuk-!-font-size-16">{t('matching.none')}</span>;
  const differs = (line: Line) =>
    line.compared && line.record && line.traveller && plain(line.record) !== plain(line.traveller);
  return (
    <DataTable
      lang={lang}
      caption={t('matching.sides')}
      captionHidden
      rows={linesOf(o)}
      columns={[
        { label: t('matching.what'), cell: (line) => line.what },
        { label: t('matching.ofRecord'), cell: (line) => <strong>{or(line.record)}</strong> },
        { label: t('matching.ofTraveller'), cell: (line) => or(line.traveller) },
        {
          label: t('matching.comparison'),
          cell: (line) => differs(line) && <Badge tone="wait">{t('matching.differs')}</Badge>,
        },
      ]}
    />
  );
}

function Others({ view, content }: MatchingPageOptions) {
  const { t } = view;
  if (content.others.length === 0) return null;
  return (
    <section aria-label={t('matching.others')}>
      <h2 class="govuk-heading-m">{t('matching.others')}</h2>
      <p class="govuk-body">{t('matching.othersLead')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {content.others.map((one, i) => (
          <li>
            <a class="govuk-link" href={`/movements/matching/${one.id}`}>
              {t('matching.other', { n: `${i + 1}`, score: `${one.score}` })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A record and somebody whom it may mean: both sides, and what two people make of it. */
export function MatchingPage(o: MatchingPageOptions) {
  const { view, content, notice, errors = [] } = o;
  const { t } = view;
  const { candidate, person, row } = content;
  const title = t('matching.one', { name: fullName(person) });
  return (
    <Page view={view} title={title} back="/movements/matching" errors={errors} wide>
      <Notice view={view} code={notice} group="matching" />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <Badge tone={candidateWords[candidate.state].tone}>
          {t(`states.candidate.${candidate.state}`)}
        </Badge>
        {row && (
          <>
            {' '}
            {t('matching.case')} <CaseLink view={view} reference={row.reference} />
          </>
        )}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {candidate.likenesses.map((one) => (
          <li>{t(`states.likeness.${one}`)}</li>
        ))}
      </ul>
      <SideBySide {...o} />
      <MatchingAnswer {...o} />
      <Others {...o} />
    </Page>
  );
}
