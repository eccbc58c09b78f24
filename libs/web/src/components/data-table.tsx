import type { ComponentChildren } from 'preact';
import { jsxAttr } from 'preact/jsx-runtime';
import { cx } from '../govuk/shared.tsx';
import { Pagination } from '../govuk/pagination.tsx';
import { fillTemplate } from '../page/template.ts';
import { shellText } from '../text/texts.ts';
import type { Lang } from '../text/texts.ts';

export type Column<Row> = {
  label: string;
  cell: (row: Row) => ComponentChildren;
  numeric?: boolean;
  /** What to sort by in the browser: digits or ISO text. Columns without it cannot be sorted. */
  sortBy?: (row: Row) => string | number;
  sorted?: 'ascending' | 'descending';
};

export type DataTableOptions<Row> = {
  lang: Lang;
  /** Says what the table is; read first by screen readers. */
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Shown instead of a table without rows, under what would be its caption. */
  empty?: ComponentChildren;
};

/** Where a value stands in a row; no text of ours has it. */
const GAP = '\0';

/** What all rows have in common: their HTML around the values, of which a sorted column has two. */
function rowParts<Row>(columns: readonly Column<Row>[]): string[] {
  const cells = columns.map(({ label, numeric, sortBy }) => {
    const classes = cx('govuk-table__cell', numeric && 'govuk-table__cell--numeric');
    const sorted = sortBy ? ` data-sort-value="${GAP}"` : '';
    const start = `<td role="cell" class="${classes}" ${jsxAttr('data-label', label)}${sorted}>`;
    return `${start}<div class="vb-table__value">${GAP}</div></td>`;
  });
  return `<tr class="govuk-table__row" role="row">${cells.join('')}</tr>`.split(GAP);
}

/** On a page of several parts a box without its heading would belong to the part before. */
const InsteadOfTable = (o: {
  caption: string;
  captionHidden?: boolean;
  children: ComponentChildren;
}) => (
  <>
    {!o.captionHidden && <h2 class="govuk-heading-m">{o.caption}</h2>}
    {o.children}
  </>
);

/** A table that becomes a list of cards on phones: each cell then carries its column's name. */
export function DataTable<Row>(o: DataTableOptions<Row>) {
  if (o.rows.length === 0 && o.empty) return <InsteadOfTable {...o}>{o.empty}</InsteadOfTable>;
  const t = shellText(o.lang);
  const sortable = o.columns.some((c) => c.sortBy);
  const parts = rowParts(o.columns);
  const words = sortable && {
    'data-module': 'moj-sortable-table',
    'data-status-message': t('web.table.sorted'),
    'data-ascending-text': t('web.table.ascending'),
    'data-descending-text': t('web.table.descending'),
  };
  return (
    <table class="govuk-table vb-table" role="table" {...words}>
      <caption
        class={cx(
          'govuk-table__caption govuk-table__caption--m',
          o.captionHidden && 'govuk-visually-hidden',
        )}
      >
        {o.caption}
      </caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          {o.columns.map((c) => (
            <th
              scope="col"
              role="columnheader"
              class={cx('govuk-table__header', c.numeric && 'govuk-table__header--numeric')}
              aria-sort={c.sortBy ? (c.sorted ?? 'none') : undefined}
            >
              {c.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        {o.rows.map((row) =>
          fillTemplate(
            parts,
            o.columns.flatMap((c) => (c.sortBy ? [c.sortBy(row), c.cell(row)] : [c.cell(row)])),
          ),
        )}
      </tbody>
    </table>
  );
}

const WINDOW = 2;

/** Page links for a list of known length; `href` keeps the filters in the address. */
export function Pager(o: {
  lang: Lang;
  page: number;
  pages: number;
  href: (page: number) => string;
}) {
  if (o.pages <= 1) return null;
  const t = shellText(o.lang);
  const near = Array.from({ length: o.pages }, (_, i) => i + 1).filter(
    (n) => n === 1 || n === o.pages || Math.abs(n - o.page) <= WINDOW,
  );
  const items = near.flatMap((n, i) => {
    const gap = i > 0 && n - (near[i - 1] as number) > 1;
    const item = { number: n, href: o.href(n), current: n === o.page };
    return gap ? [{ ellipsis: true }, item] : [item];
  });
  return (
    <Pagination
      landmarkLabel={t('web.table.pages')}
      previous={o.page > 1 && { text: t('web.table.previous'), href: o.href(o.page - 1) }}
      next={o.page < o.pages && { text: t('web.table.next'), href: o.href(o.page + 1) }}
      items={items}
    />
  );
}
