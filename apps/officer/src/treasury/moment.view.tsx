import { DateField, fieldErrors, govuk, TextField } from '#web';
import type { OfficerView } from '../text/index.ts';
import type { AskedMoment } from './moment.ts';

/** A GET, so that the books of a moment have an address. */
export const MomentForm = (o: {
  readonly view: OfficerView;
  readonly action: string;
  readonly asked: AskedMoment;
}) => {
  const { view, action, asked } = o;
  const fields = { view, values: asked.values, errors: fieldErrors(view, asked.errors) };
  const { t } = view;
  return (
    <form method="get" action={action} novalidate>
      <DateField {...fields} name="at" label={t('treasury.moment.day')} />
      <TextField
        {...fields}
        name="time"
        label={t('treasury.moment.time')}
        hint={t('treasury.moment.timeHint')}
        classes="govuk-input--width-5"
      />
      <govuk.Button text={t('treasury.moment.show')} classes="govuk-button--secondary" />
    </form>
  );
};
