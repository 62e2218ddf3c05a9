/** A table in its own scroller that the keyboard can reach; the first cell of a row is its heading. */
import type { ReactNode } from 'react';

export type Column = { readonly label: string; readonly number?: boolean };
export type TableRow = { readonly key: string; readonly cells: readonly ReactNode[] };
export type TableProps = {
  /** Html id; the scroller is labelled by the caption. */
  readonly id: string;
  readonly caption: string;
  /** The caption is read out only, because a heading above says the same. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly foot?: TableRow;
  /** First column stays in view when the table scrolls (rows per trajectory). */
  readonly sticky?: boolean;
};

function Row({ row, columns }: { readonly row: TableRow; readonly columns: readonly Column[] }) {
  return (
    <tr data-key={row.key}>
      {row.cells.map((cell, index) =>
        index === 0 ? (
          <th key={index} scope="row">
            {cell}
          </th>
        ) : (
          <td key={index} className={columns[index]?.number ? 'num' : undefined}>
            {cell}
          </td>
        ),
      )}
    </tr>
  );
}

/** The table; cells may hold any part. */
export function Table({ id, caption, captionHidden, columns, rows, foot, sticky }: TableProps) {
  return (
    <div
      className={sticky ? 'table-scroll table-sticky' : 'table-scroll'}
      role="region"
      tabIndex={0}
      aria-labelledby={`${id}-naam`}
    >
      <table id={id}>
        <caption id={`${id}-naam`} className={captionHidden ? 'vh' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={column.number ? 'num' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} columns={columns} />
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <Row row={foot} columns={columns} />
          </tfoot>
        )}
      </table>
    </div>
  );
}
