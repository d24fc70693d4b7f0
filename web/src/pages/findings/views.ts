// Saved views: those that everybody has, and those that somebody keeps in this browser.
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

const KEY = "aftercare.findings.views";

export function ownViews(): View[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isView) : [];
  } catch {
    return [];
  }
}

function isView(one: unknown): one is View {
  return typeof one === "object" && one !== null && typeof (one as View).says === "string" && typeof (one as View).query === "string";
}

export function keepViews(views: View[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(views));
  } catch {
    // A browser that keeps nothing has the built-in views.
  }
}

// The same filters in the same order: two addresses of one view are one.
export function canonical(query: URLSearchParams): string {
  const kept = new URLSearchParams(query);
  for (const name of ["group", "sort", "cursor"]) kept.delete(name);
  kept.sort();
  return kept.toString();
}
