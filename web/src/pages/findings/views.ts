// Saved views: those that everybody has, and those that somebody keeps, on the server, for every browser.
import { part, put, remove } from "../../api/client";
import { EVERY, useAll } from "../../api/use";

export interface View {
  says: string;
  query: string;
}

export const VIEWS: View[] = [
  { says: "All", query: "" },
  { says: "Affected", query: "status=affected" },
  { says: "Known exploited", query: "status=affected&kev=1" },
  { says: "Critical", query: "status=affected&severity=critical" },
  { says: "High", query: "status=affected&severity=high" },
  { says: "Platform to confirm", query: "status=platform_not_in_sbom" },
  { says: "Under investigation", query: "status=under_investigation" },
  { says: "Settled", query: "status=not_affected" },
];

const PATH = "/views/findings";

export function useOwnViews(): { own: View[]; keep: (view: View) => Promise<void>; drop: (view: View) => Promise<void> } {
  const kept = useAll<{ name: string; query: string }>(PATH, EVERY);
  return {
    own: (kept.data?.items ?? []).map((one) => ({ says: one.name, query: one.query })),
    keep: async (view) => {
      await put(`${PATH}/${part(view.says)}`, { query: view.query });
      kept.reload();
    },
    drop: async (view) => {
      await remove(`${PATH}/${part(view.says)}`, {});
      kept.reload();
    },
  };
}

const KEY = "aftercare.findings.views";

// Those that this browser kept before the server did: handed out once.
export function takeKeptHere(): View[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    localStorage.removeItem(KEY);
    return Array.isArray(kept) ? kept.filter(isView) : [];
  } catch {
    return [];
  }
}

function isView(one: unknown): one is View {
  return typeof one === "object" && one !== null && typeof (one as View).says === "string" && typeof (one as View).query === "string";
}

// The same filters in the same order: two addresses of one view are one.
export function canonical(query: URLSearchParams): string {
  const kept = new URLSearchParams(query);
  for (const name of ["group", "sort", "cursor"]) kept.delete(name);
  kept.sort();
  return kept.toString();
}
