// A table of some hundred rows: a plain one, which every reader and printer understands. Of more it shows the first, and the
// others when they are asked for.
import type { ComponentChildren, Key } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { number } from "../words";
import { useRows } from "./rows";

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

// The one list of a page: j and k go through it, e and Enter open the row.
export function KeyTable<T>({ rowKey, onOpen, ...props }: { columns: Column<T>[]; rows: T[]; rowKey: (row: T) => string | number; caption: string; onOpen: (row: T) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const open = (row: T | undefined) => row && onOpen(row);
  const cursor = useRows(props.rows, rowKey, (row) => ({ e: () => open(row), Enter: () => open(row) }));
  useEffect(() => showRow(box.current), [cursor.at]);
  return (
    <div ref={box}>
      <Table {...props} rowKey={rowKey} on={(row) => row === cursor.row} />
    </div>
  );
}

// The row that the keys are on comes into view.
export function showRow(box: HTMLElement | null): void {
  box?.querySelector("tr.on")?.scrollIntoView({ block: "nearest" });
}
