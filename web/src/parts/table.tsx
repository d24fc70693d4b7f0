// A table of some hundred rows: a plain one, which every reader and printer understands. Of more it shows the first, and the
// others when they are asked for.
import type { ComponentChildren, Key } from "preact";
import { useState } from "preact/hooks";
import { number } from "../words";

const STEP = 500;

// The first of many rows, and what asks for more of them.
export function useSome<T>(rows: readonly T[], step = STEP): { some: readonly T[]; more: ComponentChildren } {
  const [most, set] = useState(step);
  if (rows.length <= most) return { some: rows, more: null };
  return {
    some: rows.slice(0, most),
    more: (
      <p class="tools small">
        <span class="quiet">{`The first ${number(most)} of ${number(rows.length)}.`}</span>
        <button type="button" class="btn small" onClick={() => set(most + step)}>
          {`Show ${number(Math.min(step, rows.length - most))} more`}
        </button>
      </p>
    ),
  };
}

export interface Column<T> {
  head: string; // "" is seen as nothing, and read as spoken
  spoken?: string;
  legend?: () => ComponentChildren; // in place of head: what explains it
  cell: (row: T) => ComponentChildren;
  numeric?: boolean;
  text?: boolean;
}

export function Table<T>({ columns, rows, rowKey, caption, on }: { columns: Column<T>[]; rows: T[]; rowKey: (row: T, index: number) => Key; caption: string; on?: (row: T) => boolean }) {
  const { some, more } = useSome(rows);
  return (
    <>
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
            {some.map((row, index) => (
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
      {more}
    </>
  );
}
