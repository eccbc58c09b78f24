import { formatMoney, money } from '#kernel';
import { tierStanding, WAIVED } from '#programme';
import { fieldErrors, Form, RadioField, SelectField, Submit } from '#web';
import type { Answers, Choice, FieldError } from '#web';
import { tierReasonText } from '../shared/codes.ts';
import type { OfficerView } from '../text/index.ts';
import type { DecisionContent } from './deciding.service.ts';
import { DecisionPage } from './decision.page.tsx';

export interface DirectPageOptions {
  readonly view: OfficerView;
  readonly content: DecisionContent;
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
}

type ChoiceOptions = Pick<DirectPageOptions, 'view' | 'content'>;

export const tierChoices = ({ view, content }: ChoiceOptions): Choice[] => {
  const { rules, currency } = content.programme;
  return rules.tiersMinor.map((minor) => ({
    value: minor,
    text: formatMoney(money(BigInt(minor), currency), view.lang),
    hint: view.t(`decide.direct.${tierStanding(BigInt(minor), rules)}`),
  }));
};

/** No bond at all; offered for a case of which none was asked yet (R8). */
const waiver = ({ view: { t } }: ChoiceOptions): Choice => ({
  value: `${WAIVED}`,
  text: t('decide.direct.noBond'),
  hint: t('decide.direct.waived'),
});

export const reasonChoices = ({ view, content }: ChoiceOptions): Choice[] => {
  const { lowerTierReasons, higherTierReasons } = content.programme.rules;
  return [...new Set([...lowerTierReasons, ...higherTierReasons])].map((code) => ({
    value: code,
    text: tierReasonText(view, code),
  }));
};

export function DirectPage(o: DirectPageOptions) {
  const { view, content, values, errors = [] } = o;
  const { t } = view;
  const props = { view, values, errors: fieldErrors(view, errors) };
  const reasons = reasonChoices(o);
  const words = { title: t('decide.direct.title'), lead: t('decide.direct.lead') };
  return (
    <DecisionPage {...{ view, content, errors, ...words }}>
      <Form view={view} action={`/cases/${content.row.reference}/direct`}>
        <RadioField
          {...props}
          name="tier"
          label={t('decide.direct.tier')}
          choices={[...tierChoices(o), waiver(o)]}
        />
        {reasons.length > 0 && (
          <SelectField
            {...props}
            name="reason"
            label={t('decide.direct.reason')}
            hint={t('decide.direct.reasonHint')}
            empty={t('decide.direct.noReason')}
            choices={reasons}
          />
        )}
        <Submit text={t('confirm.next')} />
      </Form>
    </DecisionPage>
  );
}
