// Documents of the server, read when a page needs them.
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { ApiError, get, query, type Problem } from "./client";

export interface Resource<T> {
  data: T | null;
  etag: string | null;
  problem: Problem | null;
  loading: boolean;
  reload: () => void;
}

export interface List<T> {
  items: T[];
  next?: string | null;
  count?: number;
  warnings?: string[]; // what the answer cannot show
}

function problemFrom(why: unknown): Problem {
  if (why instanceof ApiError) return why.problem;
  return { status: 0, title: "This answer cannot be read", detail: why instanceof Error ? why.message : String(why) };
}

type Read<T> = (path: string, stop: AbortSignal) => Promise<{ data: T; etag: string | null }>;

// null: nothing is asked for yet. What was there stays while the same path is read again. read: the same one each time.
function useRead<T>(path: string | null, read: Read<T>): Resource<T> {
  const [state, set] = useState<{ path: string | null; data: T | null; etag: string | null; problem: Problem | null; loading: boolean }>({
    path: null,
    data: null,
    etag: null,
    problem: null,
    loading: path !== null,
  });
  const [turn, again] = useState(0);

  useEffect(() => {
    if (path === null) {
      set({ path, data: null, etag: null, problem: null, loading: false });
      return;
    }
    const stop = new AbortController();
    set((old) => ({ ...old, data: old.path === path ? old.data : null, path, problem: null, loading: true }));
    read(path, stop.signal).then(
      (answer) => set({ path, data: answer.data, etag: answer.etag, problem: null, loading: false }),
      (why: unknown) => {
        if (!stop.signal.aborted) set({ path, data: null, etag: null, problem: problemFrom(why), loading: false });
      },
    );
    return () => stop.abort();
  }, [path, turn]);

  const fresh = state.path === path;
  return {
    data: fresh ? state.data : null,
    etag: fresh ? state.etag : null,
    problem: fresh ? state.problem : null,
    loading: !fresh || state.loading,
    reload: useCallback(() => again((n) => n + 1), []),
  };
}

export function useResource<T>(path: string | null): Resource<T> {
  return useRead<T>(path, get<T>);
}

// A list of the server: all of it, or a page with where the next one begins.
export function listOf<T>(data: T[] | List<T>): List<T> {
  return Array.isArray(data) ? { items: data, next: null, count: data.length } : data;
}

export function useList<T>(path: string | null): Resource<List<T>> {
  const found = useResource<T[] | List<T>>(path);
  const data = useMemo(() => (found.data === null ? null : listOf(found.data)), [found.data]);
  return { ...found, data };
}

export interface Rows<T> {
  items: T[];
  whole: boolean; // there is no more
}

async function readAll<T>(path: string, most: number, stop: AbortSignal): Promise<{ data: Rows<T>; etag: null }> {
  let items: T[] = [];
  let next: string | null = null;
  do {
    const data: List<T> = listOf((await get<T[] | List<T>>(query(path, { limit: Math.min(most, 1000), cursor: next }), stop)).data);
    items = items.concat(data.items);
    next = data.next ?? null;
  } while (next !== null && items.length < most);
  return { data: { items, whole: next === null }, etag: null };
}

export const EVERY = 20000; // of what a firm has some hundreds of: beyond, the page says that there are more

// The rows of a list, page by page: all of them, or most. A page may be empty and not the last, so nothing is
// told before there is enough.
export function useAll<T>(path: string | null, most = 1000): Resource<Rows<T>> {
  return useRead<Rows<T>>(path, (asked, stop) => readAll<T>(asked, most, stop));
}

// The rows of several lists, one after the other: all or nothing, so that none is told of in part.
export function useEach<T>(paths: string[]): Resource<Map<string, T[]>> {
  return useRead<Map<string, T[]>>(paths.length ? paths.join("\n") : null, async (asked, stop) => {
    const found = new Map<string, T[]>();
    for (const path of asked.split("\n")) {
      const { data } = await readAll<T>(path, EVERY, stop);
      if (!data.whole) throw new Error(`more than ${EVERY} rows`);
      found.set(path, data.items);
    }
    return { data: found, etag: null };
  });
}

export interface Pages<T> {
  rows: T[];
  count: number; // of all rows, as far as it is known; else a page more than those that are there
  isKnown: boolean;
  whole: boolean; // every row is there
  warnings: string[];
  problem: Problem | null;
  loading: boolean;
  want: (index: number) => void; // the row at this index is about to be seen
  reload: () => void;
}

// A list that is read page by page, as far as somebody looks. What was there stays while the same list is read again.
export function usePages<T>(path: string | null, size = 500): Pages<T> {
  const [state, set] = useState<Omit<Pages<T>, "want" | "reload">>({
    rows: [],
    count: 0,
    isKnown: false,
    whole: false,
    warnings: [],
    problem: null,
    loading: true,
  });
  const [turn, again] = useState(0);
  const wanted = useRef(0);
  const shown = useRef<string | null>(null);
  const pull = useRef<() => void>(() => undefined);

  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    let rows: T[] = [];
    let next: string | null = null;
    let busy = false;
    let whole = false;
    let warnings: string[] = [];
    const isNew = shown.current !== path;
    shown.current = path;
    if (isNew) wanted.current = 0;
    const least = wanted.current; // rows that somebody has looked at already
    set((old) => (isNew || old.rows.length === 0 ? { rows: [], count: 0, isKnown: false, whole: false, warnings, problem: null, loading: true } : { ...old, problem: null }));
    pull.current = () => {
      if (busy || whole || stop.signal.aborted || (rows.length > 0 && wanted.current + size / 2 < rows.length)) return;
      busy = true;
      get<T[] | List<T>>(query(path, { limit: size, cursor: next }), stop.signal).then(
        (answer) => {
          const data = listOf(answer.data);
          rows = rows.concat(data.items);
          next = data.next ?? null;
          whole = next === null;
          busy = false;
          warnings = data.warnings ?? warnings;
          if (!whole && rows.length < least) return pull.current();
          const ahead = whole ? rows.length : (data.count ?? rows.length + size);
          set({ rows, count: Math.max(ahead, rows.length), isKnown: whole || data.count !== undefined, whole, warnings, problem: null, loading: false });
          pull.current();
        },
        (why: unknown) => {
          if (!stop.signal.aborted) set((old) => ({ ...old, problem: problemFrom(why), loading: false }));
        },
      );
    };
    pull.current();
    return () => stop.abort();
  }, [path, size, turn]);

  return {
    ...state,
    want: useCallback((index: number) => {
      wanted.current = Math.max(wanted.current, index);
      pull.current();
    }, []),
    reload: useCallback(() => again((n) => n + 1), []),
  };
}

export { problemFrom };
