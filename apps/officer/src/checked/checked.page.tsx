import type { Instant, Zone } from '#kernel';
import {
  Badge,
  DataTable,
  DateTime,
  govuk,
  Page,
  Timeline,
  type FieldError,
  type Tone,
} from '#web';
import type { ComponentChildren, VNode } from 'preact';
import type { Staff } from '../accounts-for-web.service.ts';
import { CaseLink } from '../shared/case-link.view.tsx';
import { FileList, type ShownFile } from '../shared/file-list.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import type { OfficerView } from '../text/index.ts';

type Names = ReadonlyMap<string, string>;

interface Step {
  readonly event: string;
  readonly at: Instant;
  readonly actorId: string | null;
  readonly reasonCode: string | null;
}

/** Something that was sent in, as far as two people answer it. */
interface Checked {
  readonly reference: string;
  readonly state: string;
  readonly proposedBy: string | null;
}

export interface CheckedPageOptions {
  readonly view: OfficerView;
  readonly staff: Pick<Staff, 'id'>;
  readonly errors?: readonly FieldError[] | undefined;
  readonly notice?: unknown;
  /** Whose notices these are. */
  readonly group: 'evidence' | 'stays';
  /** The list that it is on. */
  readonly list: string;
  readonly title: string;
  readonly of: Checked;
  readonly badge: { readonly tone: Tone; readonly text: string };
  readonly about?: string;
  readonly sides: VNode;
  readonly files: readonly ShownFile[];
  /** What somebody proposed; null where nobody has. */
  readonly proposal: readonly Line[] | null;
  /** For who looks first, and for who answers, if that is the asker. */
  readonly proposing: VNode;
  readonly answering: VNode | null;
  readonly history: VNode;
}

/** What was sent and the case side by side, the files, and what one may decide. */
export function CheckedPage(o: CheckedPageOptions) {
  const { view, of, title, badge } = o;
  const { t } = view;
  return (
    <Page view={view} title={title} back={o.list} errors={o.errors ?? []} wide>
      <Notice view={view} code={o.notice} group={o.group} />
      <span class="govuk-caption-l">
        <CaseLink view={view} reference={of.reference} />
      </span>
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">{title}</h1>
      <p class="govuk-body">
        <Badge tone={badge.tone}>{badge.text}</Badge> {o.about}
      </p>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {o.sides}
          <FileList view={view} files={o.files} />
          {o.proposal && <Proposal view={view} lines={o.proposal} />}
          {of.state === 'sent' && o.proposing}
          {of.state === 'proposed' &&
            (o.answering ?? (
              <govuk.InsetText
                text={t(of.proposedBy === o.staff.id ? 'checked.own' : 'checked.noRight')}
              />
            ))}
        </div>
        <div class="govuk-grid-column-one-third">
          <h2 class="govuk-heading-m">{t('checked.history')}</h2>
          {o.history}
        </div>
      </div>
    </Page>
  );
}

/** What it says, and what we know of the same. */
type SideLine = readonly [what: string, sent: ComponentChildren, known: ComponentChildren];

export function SideBySide(o: {
  readonly view: OfficerView;
  readonly caption: string;
  readonly sent: string;
  readonly lines: readonly SideLine[];
}) {
  const { t, lang } = o.view;
  return (
    <DataTable
      lang={lang}
      caption={o.caption}
      rows={o.lines}
      columns={[
        { label: t('checked.what'), cell: ([what]) => what },
        { label: o.sent, cell: ([, sent]) => <strong>{sent}</strong> },
        { label: t('checked.known'), cell: ([, , known]) => known },
      ]}
    />
  );
}

type Line = readonly [label: string, text: string];

function Proposal({ view, lines }: { view: OfficerView; lines: readonly Line[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">{view.t('checked.proposal')}</h2>
      <govuk.SummaryList
        rows={lines.map(([label, text]) => ({ key: { text: label }, value: { text } }))}
      />
    </>
  );
}

/** Who proposed, as the last line of what was. */
export const proposerLine = ({ t }: OfficerView, { proposedBy }: Checked, names: Names): Line => [
  t('checked.proposedBy'),
  (proposedBy && names.get(proposedBy)) ?? t('queues.nobody'),
];

/** Newest first; `refusals` are the words for why it was refused, all other reasons send it back. */
export function CheckedHistory<S extends Step>(o: {
  readonly view: OfficerView;
  readonly steps: readonly S[];
  readonly names: Names;
  readonly zone: Zone;
  readonly titleOf: (event: S['event']) => string;
  readonly refusals: 'evidenceRefusal' | 'stayFactRefusal';
}) {
  const { t, lang } = o.view;
  return (
    <Timeline
      lang={lang}
      items={o.steps.toReversed().map(({ event, at, actorId, reasonCode }) => ({
        title: o.titleOf(event),
        when: <DateTime at={at} zone={o.zone} lang={lang} />,
        by: (actorId && o.names.get(actorId)) || undefined,
        detail:
          reasonCode &&
          t.dynamic(`states.${event === 'sent_back' ? 'sendBack' : o.refusals}.${reasonCode}`),
      }))}
    />
  );
}
