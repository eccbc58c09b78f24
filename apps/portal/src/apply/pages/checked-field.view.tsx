import { CheckboxField, type FieldProps } from '#web';
import type { PortalView } from '../../text/index.ts';
import { CHECKED } from '../passport-lines.ts';

/** The way on for somebody whose passport is right although its lines say otherwise. */
export function CheckedField(o: Pick<FieldProps, 'values' | 'errors'> & { view: PortalView }) {
  const { t } = o.view;
  return (
    <CheckboxField
      {...o}
      name={CHECKED}
      label={t('apply.passport.checked')}
      hint={t('apply.passport.checkedHint')}
      choices={[{ value: 'yes', text: t('apply.passport.checkedBox') }]}
    />
  );
}
