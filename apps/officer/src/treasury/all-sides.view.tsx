import { addMoney, formatDay, formatMoment, money, subtractMoney, type Money } from '#kernel';
import { DataTable, MoneyFigure } from '#web';
import type { OneOptions } from './reconciliation-page.ts';

interface Row {
  readonly where: 'processor' | 'bank' | 'together';
  readonly booked: Money | null;
  readonly bookedAt: string | null;
  readonly counted: Money | null;
  readonly countedAt: string | null;
}

function rowsOf({ view, reconciled, currency, of, bank }: OneOptions): Row[] {
  const { t, lang } = view;
  const { at } = reconciled;
  const moment = (when: typeof at.books) =>
    when && t('reconciliation.asOf', { when: formatMoment(when, 'UTC', lang) });
  const none = money(0n, currency);
  const atProcessor: Row = {
    where: 'processor',
    booked: at.books && of ? subtractMoney(of.booked, of.payersCash) : null,
    bookedAt: moment(at.books),
    counted: at.list && of ? of.moved : null,
    countedAt: moment(at.list),
  };
  const atBank: Row = {
    where: 'bank',
    booked: at.books && bank ? bank.booked : null,
    bookedAt: moment(at.books),
    counted: bank?.told ?? null,
    countedAt: bank?.coveredTo
      ? t('reconciliation.upTo', { day: formatDay(bank.coveredTo, lang) })
      : null,
  };
  if (!bank) return [atProcessor, atBank];
  const sum = (a: Money | null, b: Money | null) => (a && b ? addMoney(a, b) : null);
  const together: Row = {
    where: 'together',
    booked: sum(atProcessor.booked ?? none, atBank.booked),
    bookedAt: null,
    counted: sum(atProcessor.counted ?? none, atBank.counted),
    countedAt: null,
  };
  return [atProcessor, atBank, together];
}

/** All cash: by the books, and as whoever has it counts it, each with the moment it is of. */
export function AllSides(o: OneOptions) {
  const { t, lang } = o.view;
  const figure = (of: Money | null, at: string | null) =>
    of ? (
      <>
        <MoneyFigure money={of} lang={lang} />
        {at && (
          <>
            <br />
            <span class="govuk-hint govuk-!-font-size-16">{at}</span>
          </>
        )}
      </>
    ) : (
      t('reconciliation.never')
    );
  return (
    <DataTable
      lang={lang}
      caption={t('reconciliation.sides.caption')}
      columns={[
        {
          label: t('reconciliation.sides.where'),
          cell: (r) => {
            const name = t(`reconciliation.sides.${r.where}`);
            return r.where === 'together' ? <strong>{name}</strong> : name;
          },
        },
        {
          label: t('reconciliation.sides.books'),
          numeric: true,
          cell: (r) => figure(r.booked, r.bookedAt),
        },
        {
          label: t('reconciliation.sides.counted'),
          numeric: true,
          cell: (r) => figure(r.counted, r.countedAt),
        },
        {
          label: t('reconciliation.sides.difference'),
          numeric: true,
          cell: (r) =>
            r.booked && r.counted ? (
              <MoneyFigure money={subtractMoney(r.counted, r.booked)} lang={lang} />
            ) : (
              ''
            ),
        },
      ]}
      rows={rowsOf(o)}
    />
  );
}
