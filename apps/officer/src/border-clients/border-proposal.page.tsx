import { Badge, DateTime, Form, govuk, Page, Submit } from '#web';
import type { Staff } from '../accounts-for-web.service.ts';
import { programmeName } from '../shared/case-table.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { borderProposalWords } from '../words/border-client.ts';
import type { BorderProposalContent } from './border-desk.service.ts';
import { KeyName } from './parts.view.tsx';

interface Props {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: BorderProposalContent;
  readonly notice: unknown;
}

const placeOf = ({ proposal, known }: BorderProposalContent) => ({
  name: proposal.name ?? known?.client.name ?? '',
  programmeCode: proposal.programmeCode ?? known?.client.programmeCode ?? '',
  ports: proposal.ports ?? known?.client.ports ?? [],
});

function Summary({ view, content }: Props) {
  const { t, lang } = view;
  const { proposal, names } = content;
  const { name, programmeCode, ports } = placeOf(content);
  const text = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  return (
    <govuk.SummaryList
      rows={[
        {
          key: { text: t('borderClients.state') },
          value: {
            html: (
              <Badge tone={borderProposalWords[proposal.state].tone}>
                {t(`states.borderProposal.${proposal.state}`)}
              </Badge>
            ),
          },
        },
        text(t('borderClients.name'), name),
        text(t('borderClients.programme'), programmeName(view, programmeCode)),
        text(t('borderClients.ports'), ports.join(', ')),
        proposal.kid !== null && {
          key: { text: t('borderClients.key.id') },
          value: { html: <KeyName kid={proposal.kid} /> },
        },
        proposal.callbackUrl !== null && text(t('borderCallbacks.address'), proposal.callbackUrl),
        text(t('borderClients.proposedBy'), names.get(proposal.proposedBy) ?? ''),
        {
          key: { text: t('borderClients.since') },
          value: { html: <DateTime at={proposal.proposedAt} zone="UTC" lang={lang} /> },
        },
        proposal.decidedBy !== null &&
          text(t('borderClients.decidedBy'), names.get(proposal.decidedBy) ?? ''),
      ]}
    />
  );
}

/** What confirming opens, and the way back; who proposed it waits for somebody else. */
function Answer({ view, staff, content }: Props) {
  const { t } = view;
  const { proposal } = content;
  const path = `/border-clients/proposals/${proposal.id}`;
  if (proposal.state !== 'proposed') return null;
  const isOwn = proposal.proposedBy === staff.id;
  const isAddress = proposal.kind === 'set_callback';
  return (
    <>
      {isOwn ? (
        <govuk.InsetText text={t('borderClients.confirm.own')} />
      ) : (
        <>
          <h2 class="govuk-heading-m">{t('borderClients.confirm.title')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            <li>{t(`borderClients.confirm.${isAddress ? 'compareAddress' : 'compare'}`)}</li>
            <li>{t(`borderClients.confirm.effect.${proposal.kind}`)}</li>
            {!isAddress && <li>{t('borderClients.confirm.refunds')}</li>}
          </ul>
          <Form view={view} action={`${path}/confirm`}>
            <Submit text={t('borderClients.confirm.button')} classes="govuk-button--warning" />
          </Form>
        </>
      )}
      <Form view={view} action={`${path}/decline`}>
        <Submit
          text={t(isOwn ? 'borderClients.confirm.takeBack' : 'borderClients.confirm.decline')}
          classes="govuk-button--secondary"
        />
      </Form>
    </>
  );
}

/** One proposal, with the key's digest to compare, and the second person's answer. */
export function BorderProposalPage(o: Props) {
  const { view, content, notice } = o;
  const { name } = placeOf(content);
  const title = view.t(`borderClients.kind.${content.proposal.kind}`, { name });
  return (
    <Page view={view} title={title} back="/border-clients" wide>
      <Notice view={view} code={notice} group="borderClients" />
      <h1 class="govuk-heading-l">{title}</h1>
      <Summary {...o} />
      <Answer {...o} />
    </Page>
  );
}
