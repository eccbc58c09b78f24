import { fullName } from '#identity';
import { formatDay, formatMoney } from '#kernel';
import type { OfficerView } from '../text/index.ts';
import { ConfirmPage, type DecidedFact } from './confirm.page.tsx';
import type { DecisionContent } from './deciding.service.ts';
import { moveText } from './effects.ts';

export interface VisaPageOptions {
  readonly view: OfficerView;
  readonly content: DecisionContent;
}

const line = (key: string, value: string): DecidedFact => ({ key, value });

/** What the visa will say, before it is issued (R13, R14). */
function visaRows({ view, content }: VisaPageOptions): (DecidedFact | null)[] {
  const { t, lang } = view;
  const { programme, visa, ports, bond, person } = content;
  const { stayDays, entries } = programme.rules;
  const range = { from: formatDay(visa.validFrom, lang), until: formatDay(visa.validUntil, lang) };
  const names = ports.map((p) => t('decide.visa.port', { name: p.name, code: p.code }));
  return [
    person ? line(t('decide.visa.traveller'), fullName(person)) : null,
    line(t('decide.visa.validity'), t('decide.visa.range', range)),
    line(t('decide.visa.entries'), `${entries}`),
    line(t('decide.visa.stay'), t('cases.summary.stay', { count: stayDays })),
    line(t('decide.visa.leaveBy'), t('decide.visa.leaveByRule', { count: stayDays })),
    line(t('decide.visa.ports'), names.join(', ') || t('decide.visa.noPorts')),
    bond
      ? line(
          t('decide.visa.bond'),
          t('decide.visa.bondHeld', { amount: formatMoney(bond.amount, lang) }),
        )
      : null,
  ];
}

/** What the visa will say and all that issuing it will cause. */
export function VisaPage(o: VisaPageOptions) {
  const { view, content } = o;
  const { t, lang } = view;
  const { bond, row } = content;
  return (
    <ConfirmPage
      {...{ view, content }}
      title={t('decide.visa.title')}
      facts={visaRows(o).filter((fact) => fact !== null)}
      effects={[
        t('confirm.visa.told'),
        moveText(view, content, 'visa_issued'),
        bond
          ? t('confirm.visa.held', { amount: formatMoney(bond.amount, lang) })
          : t('confirm.visa.noBond'),
        t('confirm.final'),
      ]}
      action={`/cases/${row.reference}/visa`}
      chosen={{}}
      button={t('decide.visa.button')}
      canChange={false}
    />
  );
}
