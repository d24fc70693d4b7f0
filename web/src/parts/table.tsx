// A table of some hundred rows: a plain one, which every reader and printer understands.
import type { ComponentChildren, Key } from "preact";

export interface Column<T> {
  head: string; // "" is seen as nothing, and read as spoken
  spoken?: string;
  legend?: () => ComponentChildren; // in place of head: what explains it
  cell: (row: T) => ComponentChildren;
  numeric?: boolean;
  text?: boolean;
}

export function Table<T>({ columns, rows, rowKey, caption, on }: { columns: Column<T>[]; rows: T[]; rowKey: (row: T, index: number) => Key; caption: string; on?: (row: T) => boolean }) {
  return (
    <div class="table-wrap" tabIndex={0} role="group" aria-label={caption}>
      <table class="table">
        <caption class="hidden-visually">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.head + (column.spoken ?? "")} scope="col" class={column.numeric ? "n" : ""}>
                {column.legend?.() ?? (column.head || <span class="hidden-visually">{column.spoken ?? "More"}</span>)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} class={on?.(row) ? "on" : ""}>
              {columns.map((column) => (
                <td key={column.head} class={`${column.numeric ? "n" : ""} ${column.text ? "text" : ""}`}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
