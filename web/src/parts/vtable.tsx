// A table of any length. Rows have one height; only those near the window are in the page, and pages of the list are
// asked for as they come near.
import { Component, type ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

export interface VColumn<T> {
  key: string;
  head: string;
  legend?: () => ComponentChildren; // in place of head: what explains it
  width: string; // of a grid column: "8rem", "minmax(10rem, 1fr)"
  cell: (row: T) => ComponentChildren;
  numeric?: boolean;
  sort?: string; // what the server calls this order
}

export interface VTableProps<T> {
  columns: VColumn<T>[];
  rows: T[];
  count: number;
  caption: string;
  at: number; // the row the keyboard is on
  onAt: (index: number) => void;
  onOpen: (row: T, index: number) => void;
  picked?: (row: T) => boolean;
  onPick?: (row: T) => void;
  onSort?: (word: string) => void;
  sorted?: string;
  want?: (index: number) => void;
  least: string; // the width below which the table is scrolled sideways: "60rem"
}

const ROW = 38;
const AROUND = 54; // the head, and the bar that scrolls sideways
const SPARE = 10;

interface Acts<T> {
  current: Pick<VTableProps<T>, "onAt" | "onOpen" | "onPick">;
}

interface RowProps<T> {
  row: T;
  index: number;
  columns: VColumn<T>[];
  isAt: boolean;
  isPicked: boolean;
  canPick: boolean;
  acts: Acts<T>;
}

// A row is drawn once: scrolling adds and takes away rows, and leaves the others alone.
class Row<T> extends Component<RowProps<T>> {
  override shouldComponentUpdate(next: RowProps<T>): boolean {
    const now = this.props;
    return next.row !== now.row || next.isAt !== now.isAt || next.isPicked !== now.isPicked || next.columns !== now.columns;
  }

  override render() {
    const { row, index, columns, isAt, isPicked, canPick, acts } = this.props;
    return (
      <div
        class={`vt-row ${isAt ? "at" : ""} ${isPicked ? "picked" : ""}`}
        role="row"
        aria-rowindex={index + 2}
        onClick={(event: MouseEvent) => {
          acts.current.onAt(index);
          if (!(event.target instanceof Element && event.target.closest("a, input, button"))) acts.current.onOpen(row, index);
        }}
      >
        {canPick && (
          <span role="cell">
            <input type="checkbox" checked={isPicked} aria-label={`Pick row ${index + 1}`} onChange={() => acts.current.onPick?.(row)} />
          </span>
        )}
        {columns.map((column) => (
          <span key={column.key} role="cell" class={column.numeric ? "n" : ""}>
            {column.cell(row)}
          </span>
        ))}
      </div>
    );
  }
}

export function VTable<T>(props: VTableProps<T>) {
  const { columns, rows, count, at } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const acts = useRef(props);
  acts.current = props;
  const [span, setSpan] = useState<[number, number]>([0, 40]);
  const [first, last] = [Math.max(0, Math.min(span[0], count)), Math.min(span[1], count)];
  const template = (props.onPick ? "1.25rem " : "") + columns.map((column) => column.width).join(" ");

  const look = () => {
    const box = scroller.current;
    if (!box) return;
    const from = Math.max(0, Math.floor(box.scrollTop / ROW) - SPARE);
    const to = Math.ceil((box.scrollTop + box.clientHeight) / ROW) + SPARE;
    setSpan((old) => (old[0] === from && old[1] === to ? old : [from, to]));
    props.want?.(to);
  };

  useEffect(() => {
    look();
    const box = scroller.current;
    if (!box) return;
    const watch = new ResizeObserver(look);
    watch.observe(box);
    return () => watch.disconnect();
  }, [count]);

  useLayoutEffect(() => {
    // Set through the object model: the policy of the page allows no style attributes.
    scroller.current?.style.setProperty("--vt-columns", template);
    scroller.current?.style.setProperty("--vt-least", props.least);
  }, [template, props.least]);
  useLayoutEffect(() => {
    body.current?.style.setProperty("height", `${count * ROW}px`);
    scroller.current?.style.setProperty("--vt-whole", `${count * ROW + AROUND}px`);
  }, [count]);
  useLayoutEffect(() => place.current?.style.setProperty("transform", `translateY(${first * ROW}px)`), [first]);

  useEffect(() => {
    const box = scroller.current;
    if (!box || at < 0) return;
    const top = at * ROW;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + 2 * ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + 2 * ROW - box.clientHeight;
  }, [at]);

  const shown = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  return (
    <div class="vt-scroll" ref={scroller} onScroll={look} tabIndex={0} role="table" aria-label={props.caption} aria-rowcount={count + 1}>
      <div class="vt-head" role="row" aria-rowindex={1}>
        {props.onPick && (
          <span role="columnheader">
            <span class="hidden-visually">Picked</span>
          </span>
        )}
        {columns.map((column) => (
          <span key={column.key} role="columnheader" class={column.numeric ? "n" : ""} aria-sort={column.sort && props.sorted === column.sort ? "descending" : undefined}>
            {column.sort && props.onSort ? (
              <button type="button" onClick={() => props.onSort?.(column.sort ?? "")}>
                {column.head}
                {props.sorted === column.sort ? " ↓" : ""}
              </button>
            ) : (
              (column.legend?.() ?? column.head)
            )}
          </span>
        ))}
      </div>
      <div class="vt-body" ref={body} role="rowgroup">
        <div class="vt-rows" ref={place} role="presentation">
          {shown.map((index) => {
            const row = rows[index];
            return row === undefined ? (
              <div key={index} class="vt-row blank" role="row" aria-rowindex={index + 2} aria-busy="true">
                {columns.map((column) => (
                  <i key={column.key} role="cell" />
                ))}
              </div>
            ) : (
              <Row key={index} row={row} index={index} columns={columns} isAt={index === at} isPicked={props.picked?.(row) ?? false} canPick={props.onPick !== undefined} acts={acts} />
            );
          })}
        </div>
      </div>
    </div>
  );
}
