import {
  attrs,
  content,
  cx,
  type Classes,
  type Content,
  type Falsy,
  type Scalar,
} from './shared.tsx';

export type CellOptions = Content &
  Classes & { format?: 'numeric' | (string & {}); colspan?: number; rowspan?: number };
export type TableOptions = Classes & {
  rows: (CellOptions[] | Falsy)[];
  head?: CellOptions[] | Falsy;
  caption?: string;
  captionClasses?: string;
  firstCellIsHeader?: boolean;
};

const span = (cell: CellOptions): Record<string, Scalar> => ({
  colspan: cell.colspan || undefined,
  rowspan: cell.rowspan || undefined,
});
const format = (kind: 'header' | 'cell', cell: CellOptions) =>
  cell.format && `govuk-table__${kind}--${cell.format}`;

export function Table(o: TableOptions) {
  return (
    <table {...attrs({ class: cx('govuk-table', o.classes) }, o.attributes)}>
      {o.caption && (
        <caption class={cx('govuk-table__caption', o.captionClasses)}>{o.caption}</caption>
      )}
      {o.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {o.head.map((cell) => (
              <th
                {...attrs(
                  {
                    scope: 'col',
                    class: cx('govuk-table__header', format('header', cell), cell.classes),
                    ...span(cell),
                  },
                  cell.attributes,
                )}
              >
                {content(cell)}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {(o.rows ?? []).map(
          (row) =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, i) =>
                  i === 0 && o.firstCellIsHeader ? (
                    <th
                      {...attrs(
                        {
                          scope: 'row',
                          class: cx('govuk-table__header', cell.classes),
                          ...span(cell),
                        },
                        cell.attributes,
                      )}
                    >
                      {content(cell)}
                    </th>
                  ) : (
                    <td
                      {...attrs(
                        {
                          class: cx('govuk-table__cell', format('cell', cell), cell.classes),
                          ...span(cell),
                        },
                        cell.attributes,
                      )}
                    >
                      {content(cell)}
                    </td>
                  ),
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}
