// What stands behind a table of the worst findings.
import { query as ask } from "../../api/client";
import { number } from "../../words";

export function More({ of, what }: { of: { items: unknown[]; whole: boolean }; what: Record<string, string> }) {
  if (of.whole) return null;
  return (
    <p class="quiet small tools">
      The worst {number(of.items.length)}. <a href={ask("/findings", what)}>All of them</a>
    </p>
  );
}
