import { formatDay, formatMoney } from '#kernel';
import { Form, govuk, Submit } from '#web';
import type { OfficerView } from '../text/index.ts';
import type { DecisionContent } from './deciding.ts';
import { DecisionPage } from './decision.page.tsx';

export interface VisaPageOptions {
  readonly view: OfficerView;
  readonly content: DecisionContent;
}

const line = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });

/** What the visa will say, before it is issued (R13, R14). */
function visaRows({ view, content }: VisaPageOptions) {
  const { t, lang } = view;
  const { programme, visa, ports, bond, person } = content;
  const { stayDays, entries } = programme.rules;
  const range = { from: formatDay(visa.validFrom, lang), until: formatDay(visa.validUntil, lang) };
  const names = ports.map((p) => t('decide.visa.port', { name: p.name, code: p.code }));
  return [
    person && line(t('decide.visa.traveller'), `${person.givenNames} ${person.familyName}`),
    line(t('decide.visa.validity'), t('decide.visa.range', range)),
    line(t('decide.visa.entries'), `${entries}`),
    line(t('decide.visa.stay'), t('cases.summary.stay', { count: stayDays })),
    line(t('decide.visa.leaveBy'), t('decide.visa.leaveByRule', { count: stayDays })),
    line(t('decide.visa.ports'), names.join(', ') || t('decide.visa.noPorts')),
    bond &&
      line(
        t('decide.visa.bond'),
        t('decide.visa.bondHeld', { amount: formatMoney(bond.amount, lang) }),
      ),
  ];
}

export function VisaPage(o: VisaPageOptions) {
  const { view, content } = o;
  const { t } = view;
  const words = { title: t('decide.visa.title'), lead: t('decide.visa.lead') };
  return (
    <DecisionPage {...{ view, content, ...words }}>
      <govuk.SummaryList rows={visaRows(o)} />
      <p class="govuk-body">{t('decide.visa.effect')}</p>
      <Form view={view} action={`/cases/${content.row.reference}/visa`}>
        <Submit text={t('decide.visa.button')} />
      </Form>
    </DecisionPage>
  );
}
