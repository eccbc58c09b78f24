import { mayAnswer, openAnswerOf, type AnswerView } from '#refund';
import { Badge, DataTable, DateTime, Form, govuk, Submit } from '#web';
import { disputeAnswerWords } from '../words/dispute.ts';
import type { DisputePageOptions } from './dispute-page.ts';

const packPath = (dispute: string, answer: string) =>
  `/disputes/${dispute}/answers/${answer}/pack.pdf`;
const nameOf = ({ view, names }: DisputePageOptions, id: string | null) =>
  id ? (names.get(id) ?? view.t('queues.nobody')) : '';

/** Contest with evidence, or give in: what the treasury may begin. */
function Begin({ view, dispute }: DisputePageOptions) {
  const { t } = view;
  const path = `/disputes/${dispute.row.id}`;
  return (
    <>
      <p class="govuk-body">{t('disputes.answer.lead')}</p>
      {dispute.row.bondId && (
        <Form view={view} action={`${path}/pack`}>
          <p class="govuk-body">{t('disputes.answer.makeHelp')}</p>
          <Submit text={t('disputes.answer.make')} />
        </Form>
      )}
      <Form view={view} action={`${path}/accept`}>
        <p class="govuk-body">{t('disputes.answer.giveHelp')}</p>
        <Submit text={t('disputes.answer.give')} classes="govuk-button--secondary" />
      </Form>
    </>
  );
}

function Prepared(o: DisputePageOptions & { readonly answer: AnswerView }) {
  const { view, staff, dispute, answer } = o;
  const { t } = view;
  const path = `/disputes/${dispute.row.id}/answers/${answer.id}`;
  const name = nameOf(o, answer.preparedBy);
  const isOwn = answer.preparedBy === staff.id;
  const withdraw = (text: string) => (
    <Form view={view} action={`${path}/withdraw`}>
      <Submit text={text} classes="govuk-button--secondary" />
    </Form>
  );
  if (answer.kind === 'contest') {
    return (
      <>
        <h3 class="govuk-heading-s">{t('disputes.answer.packTitle')}</h3>
        <p class="govuk-body">{t('disputes.answer.packReady', { name })}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={packPath(dispute.row.id, answer.id)}>
            {t('disputes.answer.read')}
          </a>
        </p>
        <Form view={view} action={`${path}/order`}>
          <p class="govuk-body">{t('disputes.answer.sendHelp')}</p>
          <Submit text={t('disputes.answer.send')} />
        </Form>
        {withdraw(t('disputes.answer.discard'))}
      </>
    );
  }
  return (
    <>
      <h3 class="govuk-heading-s">{t('disputes.answer.giveTitle')}</h3>
      <p class="govuk-body">{t('disputes.answer.giveProposed', { name })}</p>
      {isOwn ? (
        <govuk.InsetText text={t('disputes.answer.own')} />
      ) : (
        <Form view={view} action={`${path}/order`}>
          <p class="govuk-body">{t('disputes.answer.giveEffect')}</p>
          <Submit text={t('disputes.answer.giveApprove')} classes="govuk-button--warning" />
        </Form>
      )}
      {withdraw(t('disputes.answer.takeBack'))}
    </>
  );
}

/** What this person may do now; nothing where the bank takes no answer. */
export function AnswerPart(o: DisputePageOptions) {
  const { view, staff, dispute, now } = o;
  const { t } = view;
  const answer = openAnswerOf(dispute);
  if (!answer && !mayAnswer(dispute.row, now).ok) return null;
  const part = () => {
    if (!staff.permissions.has('refund.approve')) {
      return <p class="govuk-body">{t('disputes.answer.notYours')}</p>;
    }
    if (!answer) return <Begin {...o} />;
    if (answer.state === 'prepared') return <Prepared {...o} answer={answer} />;
    return <govuk.InsetText text={t('disputes.answer.underWay')} />;
  };
  return (
    <>
      <h2 class="govuk-heading-m">{t('disputes.answer.title')}</h2>
      {part()}
    </>
  );
}

/** Everything that was prepared, the newest first. */
export function GivenAnswers(o: DisputePageOptions) {
  const { view, staff, dispute } = o;
  const { t, lang } = view;
  if (dispute.answers.length === 0) return null;
  const isTreasury = staff.permissions.has('refund.approve');
  return (
    <DataTable<AnswerView>
      lang={lang}
      caption={t('disputes.answer.earlier')}
      rows={dispute.answers}
      columns={[
        {
          label: t('disputes.answer.kindLabel'),
          cell: (a) =>
            a.kind === 'contest' && isTreasury ? (
              <a class="govuk-link" href={packPath(dispute.row.id, a.id)}>
                {t('disputes.answer.pack')}
              </a>
            ) : (
              t(`disputes.answer.kind.${a.kind}`)
            ),
        },
        {
          label: t('disputes.state'),
          cell: (a) => (
            <>
              <Badge tone={disputeAnswerWords[a.state].tone}>
                {t(`states.disputeAnswer.${a.state}`)}
              </Badge>
              {a.refusalCode && <div>{t('disputes.answer.refusal', { code: a.refusalCode })}</div>}
            </>
          ),
        },
        {
          label: t('disputes.answer.prepared'),
          cell: (a) => (
            <>
              {nameOf(o, a.preparedBy)}, <DateTime at={a.preparedAt} zone="UTC" lang={lang} />
            </>
          ),
        },
        { label: t('disputes.answer.ordered'), cell: (a) => nameOf(o, a.orderedBy) },
      ]}
      empty={null}
    />
  );
}
