import { formatMoment, formatMoney, type Result } from '#kernel';
import {
  accountRefusals,
  type OpenedAccount,
  transferDeclines,
  type RefundLine,
  type RescueView,
  type TransferRefusal,
} from '#refund';
import { countryName, Form, govuk, Page, SelectField, Submit, fieldErrors } from '#web';
import type { Staff } from '../accounts-for-web.service.ts';
import { CaseLink } from '../shared/case-link.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import type { OfficerView } from '../text/index.ts';

interface AccountPageOptions {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: {
    readonly refund: RefundLine;
    readonly rescue: RescueView;
    /** Of the account that counts; null while none is given. */
    readonly opened: OpenedAccount | null;
    readonly names: ReadonlyMap<string, string>;
    /** Whether the next step may be taken by who looks, and if not why. */
    readonly may: Result<true, TransferRefusal>;
  };
  readonly notice: unknown;
}

const rowOf = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });

/** The account, by all that anybody is shown of it. */
function Summary({ view, content }: AccountPageOptions) {
  const { t, lang } = view;
  const { refund, rescue, opened, names } = content;
  const at = (when: RescueView['askedAt']) => formatMoment(when, refund.zone, lang);
  const { account, proposedBy, decidedBy } = rescue;
  const nameOf = (id: string) => names.get(id) ?? t('queues.nobody');
  return (
    <govuk.SummaryList
      rows={[
        {
          key: { text: t('refunds.reference') },
          value: refund.reference
            ? { html: <CaseLink view={view} reference={refund.reference} /> }
            : { text: t('refunds.noCase') },
        },
        rowOf(t('refunds.amount'), formatMoney(rescue.amount, lang)),
        rowOf(t('transfers.account.state'), t(`transfers.state.${rescue.state}`)),
        rowOf(t('transfers.account.askedAt'), at(rescue.askedAt)),
        ...(account && opened
          ? [
              rowOf(t('transfers.account.holder'), opened.holder),
              rowOf(t('transfers.account.signedBy'), opened.signedBy ?? t('queues.nobody')),
              rowOf(
                t('transfers.account.number'),
                t(`transfers.account.ending.${account.kind}`, { lastFour: account.lastFour }),
              ),
              rowOf(t('transfers.account.country'), countryName(opened.country, lang)),
              rowOf(t('transfers.account.givenAt'), at(account.givenAt)),
              rowOf(t('transfers.account.usableFrom'), at(account.usableFrom)),
            ]
          : []),
        ...(proposedBy ? [rowOf(t('transfers.account.proposedBy'), nameOf(proposedBy))] : []),
        ...(decidedBy ? [rowOf(t('transfers.account.approvedBy'), nameOf(decidedBy))] : []),
      ]}
    />
  );
}

/** All that the next press causes. */
function Effects({ view, content }: AccountPageOptions) {
  const { t, lang } = view;
  const { rescue } = content;
  const isLast = rescue.state === 'proposed';
  const amount = formatMoney(rescue.amount, lang);
  return (
    <ul class="govuk-list govuk-list--bullet">
      {!isLast && <li>{t('transfers.effects.second')}</li>}
      <li>{t('transfers.effects.card')}</li>
      <li>{t('transfers.effects.file', { amount })}</li>
      <li>{t('transfers.effects.payer')}</li>
    </ul>
  );
}

function Next(o: AccountPageOptions) {
  const { view, content } = o;
  const { t } = view;
  const { rescue, may, refund, opened } = content;
  if (!may.ok) return <govuk.InsetText text={t(`transfers.refused.${may.code}`)} />;
  const step = rescue.state === 'proposed' ? 'approve' : 'propose';
  return (
    <>
      {opened?.isSameName ? (
        <p class="govuk-body">{t('transfers.account.compare')}</p>
      ) : (
        <govuk.WarningText
          text={t('transfers.account.namesDiffer')}
          iconFallbackText={t('transfers.account.warning')}
        />
      )}
      <Effects {...o} />
      <Form view={view} action={`/refunds/${refund.refundId}/account/${step}`}>
        <Submit text={t(`transfers.account.${step}`)} />
      </Form>
    </>
  );
}

function Reason(o: AccountPageOptions & { readonly step: 'decline' | 'ask-again' }) {
  const { view, content, step } = o;
  const { t } = view;
  const isDecline = step === 'decline';
  const codes = isDecline ? transferDeclines.filter((c) => c !== 'taken_back') : accountRefusals;
  const key = isDecline ? 'decline' : 'askAgain';
  return (
    <Form view={view} action={`/refunds/${content.refund.refundId}/account/${step}`}>
      <SelectField
        {...{ view, values: {}, errors: fieldErrors(view, []) }}
        name="reason"
        label={t(`transfers.account.${key}Reason`)}
        empty={t('transfers.account.chooseReason')}
        choices={codes.map((value) => ({ value, text: t(`transfers.reason.${value}`) }))}
      />
      <Submit text={t(`transfers.account.${key}`)} classes="govuk-button--secondary" />
    </Form>
  );
}

/** The ways back: who proposed takes it back, another declines, and the payer is asked again. */
function Otherwise(o: AccountPageOptions) {
  const { view, staff, content } = o;
  const { t } = view;
  const { rescue, refund } = content;
  if (rescue.state === 'given') return <Reason {...o} step="ask-again" />;
  if (rescue.state !== 'proposed') return null;
  if (rescue.proposedBy !== staff.id) return <Reason {...o} step="decline" />;
  return (
    <Form view={view} action={`/refunds/${refund.refundId}/account/decline`}>
      <Submit text={t('transfers.account.takeBack')} classes="govuk-button--secondary" />
    </Form>
  );
}

/** One account, what stands in the way of paying to it, and what one may do. */
export function AccountPage(o: AccountPageOptions) {
  const { view, content } = o;
  const { t } = view;
  const title = t('transfers.account.title');
  return (
    <Page view={view} title={title} back={`/refunds/${content.refund.refundId}`} wide>
      <Notice view={view} code={o.notice} group="transfers" />
      <h1 class="govuk-heading-l">{title}</h1>
      <Summary {...o} />
      <h2 class="govuk-heading-m">{t('transfers.account.act')}</h2>
      <Next {...o} />
      <Otherwise {...o} />
    </Page>
  );
}
