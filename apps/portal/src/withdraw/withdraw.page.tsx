import type { CaseView } from '#application';
import { isToPost, type BondView } from '#bond-escrow';
import { formatMoney } from '#kernel';
import { Form, Page, Submit } from '#web';
import type { PortalView } from '../text/index.ts';

interface Props {
  readonly view: PortalView;
  readonly row: CaseView;
  /** Null while none was asked. */
  readonly bond: BondView | null;
}

/** What becomes of the money, which is what people want to know first. */
function moneyText({ view, bond }: Props): string {
  const { t, lang } = view;
  const amount = bond && formatMoney(bond.amount, lang);
  if (bond?.bond.state === 'held') return t('withdraw.bondBack', { amount: amount! });
  if (bond && isToPost(bond.bond.state)) return t('withdraw.noLongerAsked');
  return t('withdraw.noMoney');
}

/** Everything that withdrawing makes happen, and a way back that changes nothing. */
export function WithdrawPage(o: Props) {
  const { view, row } = o;
  const { t } = view;
  const isDraft = row.state === 'draft';
  const home = `/cases/${row.reference}`;
  const title = t(isDraft ? 'withdraw.draftTitle' : 'withdraw.title');
  const effects = isDraft
    ? [t('withdraw.draftGone')]
    : [moneyText(o), t('withdraw.noReview'), t('withdraw.passport'), t('withdraw.mail')];
  return (
    <Page view={view} title={title} back={home}>
      <span class="govuk-caption-l">{row.reference}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{t('withdraw.effects')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {effects.map((effect) => (
          <li>{effect}</li>
        ))}
      </ul>
      <p class="govuk-body">{t('withdraw.final')}</p>
      <Form view={view} action={`${home}/withdraw`}>
        <div class="govuk-button-group">
          <Submit
            text={t(isDraft ? 'withdraw.draftButton' : 'withdraw.button')}
            classes="govuk-button--warning"
          />
          <a class="govuk-link" href={home}>
            {t('withdraw.keep')}
          </a>
        </div>
      </Form>
    </Page>
  );
}
