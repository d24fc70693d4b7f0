// The row that the keys are on, over a list that may change: it stays on what it was on, wherever that stands then.
import { useState } from "preact/hooks";
import { useKeys, type Keys } from "../keys";

export interface Rows<T> {
  at: number;
  row: T | undefined;
  setAt: (index: number) => void;
}

export interface Cursor {
  index: number;
  key: string | number | null;
}

// Where the cursor is now: by the key of its row; where that is gone, at the place it had.
export function indexOf(cursor: Cursor, keys: readonly (string | number)[]): number {
  const found = cursor.key === null ? -1 : keys.indexOf(cursor.key);
  return found >= 0 ? found : Math.min(cursor.index, keys.length - 1);
}

export function useRows<T>(rows: readonly T[], keyOf: (row: T) => string | number, keys: (row: T | undefined) => Keys): Rows<T> {
  const [cursor, set] = useState<Cursor>({ index: -1, key: null });
  const inside = indexOf(cursor, rows.map(keyOf));
  const row = rows[inside];
  const setAt = (index: number) => {
    const to = rows[index];
    set({ index, key: to === undefined ? null : keyOf(to) });
  };
  useKeys({
    j: () => setAt(Math.min(rows.length - 1, inside + 1)),
    k: () => setAt(Math.max(0, inside - 1)),
    ...keys(row),
  });
  return { at: inside, row, setAt };
}
