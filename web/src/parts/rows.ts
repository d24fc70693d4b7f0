// The row that the keys are on, over a list that may change.
import { useState } from "preact/hooks";
import { useKeys, type Keys } from "../keys";

export interface Rows<T> {
  at: number;
  row: T | undefined;
  setAt: (index: number) => void;
}

export function useRows<T>(rows: readonly T[], keys: (row: T | undefined) => Keys): Rows<T> {
  const [at, setAt] = useState(-1);
  const inside = Math.min(at, rows.length - 1);
  const row = rows[inside];
  useKeys({
    j: () => setAt(Math.min(rows.length - 1, inside + 1)),
    k: () => setAt(Math.max(0, inside - 1)),
    ...keys(row),
  });
  return { at: inside, row, setAt };
}
