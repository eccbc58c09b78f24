import { formatMoment, formatMoney } from '#kernel';
import type { OfficerView } from '../text/index.ts';
import { ConfirmPage } from './confirm.page.tsx';
import type { DecisionContent } from './deciding.service.ts';
import { moveText } from './effects.ts';

/** A bond that was not posted in time may be posted after all: by when, and what that causes (R9). */
export function ReopenPage({ view, content }: { view: OfficerView; content: DecisionContent }) {
  const { t, lang } = view;
  const { bond, row, deadline, consulate } = content;
  if (!bond) throw new Error('a lapsed case without a bond');
  const zone = consulate.timeZone;
  const amount = formatMoney(bond.amount, lang);
  const when = formatMoment(deadline, zone, lang);
  return (
    <ConfirmPage
      {...{ view, content }}
      title={t('confirm.reopen.title')}
      facts={[
        { key: t('confirm.direct.amount'), value: amount },
        { key: t('confirm.reopen.was'), value: formatMoment(bond.clock.postBy, zone, lang) },
        { key: t('confirm.direct.deadline'), value: when },
      ]}
      effects={[
        t('confirm.reopen.asked', { amount }),
        t('confirm.reopen.sign'),
        t('confirm.direct.lapses', { when, city: consulate.city }),
        moveText(view, content, 'bond_required'),
      ]}
      action={`/cases/${row.reference}/reopen`}
      chosen={{}}
      button={t('confirm.reopen.button')}
      canChange={false}
    />
  );
}
