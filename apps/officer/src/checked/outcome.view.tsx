import { RadioField, type Answers } from '#web';
import type { OfficerView } from '../text/index.ts';

type Props = Pick<Parameters<typeof RadioField>[0], 'errors'> & {
  readonly view: OfficerView;
  readonly values: Answers;
};

/** Whether the first person wishes it accepted or refused, and what follows from each. */
export function OutcomeField(o: Props & { readonly accept: string; readonly refuse: string }) {
  const { view, values, errors } = o;
  const { t } = view;
  return (
    <RadioField
      {...{ view, values, errors }}
      name="outcome"
      label={t('checked.whatToPropose')}
      choices={[
        { value: 'accept', text: t('checked.outcomes.accept'), hint: o.accept },
        { value: 'refuse', text: t('checked.outcomes.refuse'), hint: o.refuse },
      ]}
    />
  );
}
