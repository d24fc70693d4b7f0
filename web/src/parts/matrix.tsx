// Exploitability against severity of patient harm, as the policy in force cuts it: controlled or uncontrolled.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Matrix as Cells } from "../api/casefile";
import { EXPLOITABILITY_LEVELS, HARM_LEVELS, title } from "../words";

export interface MatrixPlace {
  exploitability: string;
  severity: string;
}

interface Props {
  cells: Cells;
  here?: MatrixPlace | null;
  after?: MatrixPlace | null;
  onPick?: (place: MatrixPlace) => void;
}

const SAYS: Record<string, string> = {
  C: "controlled",
  "C*": "controlled, borderline",
  U: "uncontrolled",
  "U*": "uncontrolled, borderline",
};

// Where a heading may break in a narrow column.
const BROKEN: Record<string, string> = { negligible: "Negli\u00adgible", catastrophic: "Catas\u00adtrophic" };

function is(place: MatrixPlace | null | undefined, exploitability: string, severity: string): boolean {
  return place?.exploitability === exploitability && place.severity === severity;
}

// From the cell before controls to the one after, where they are two.
function arrowIn(box: HTMLElement): string | null {
  const from = box.querySelector("td.here:not(.after)");
  const to = box.querySelector("td.after:not(.here)");
  if (!from || !to) return null;
  const [base, a, b] = [box.getBoundingClientRect(), from.getBoundingClientRect(), to.getBoundingClientRect()];
  const at = (cell: DOMRect) => [cell.left - base.left + cell.width / 2, cell.top - base.top + cell.height / 2] as const;
  const [[x1, y1], [x2, y2]] = [at(a), at(b)];
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  return `M${x1 + dx * 16},${y1 + dy * 16} L${x2 - dx * 18},${y2 - dy * 18}`;
}

export function RiskMatrix({ cells, here, after, onPick }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [arrow, setArrow] = useState<string | null>(null);
  useLayoutEffect(() => setArrow(box.current ? arrowIn(box.current) : null), [here?.exploitability, here?.severity, after?.exploitability, after?.severity]);
  return (
    <figure>
      <div class="matrix-box" ref={box}>
      <table class="matrix">
        <caption class="hidden-visually">Exploitability, downwards from high to low, against severity of patient harm</caption>
        <thead>
          <tr>
            <td />
            {HARM_LEVELS.map((level) => (
              <th key={level} scope="col">
                {BROKEN[level] ?? title(level)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...EXPLOITABILITY_LEVELS].reverse().map((exploitability) => (
            <tr key={exploitability}>
              <th scope="row">{title(exploitability)}</th>
              {HARM_LEVELS.map((severity) => {
                const cell = cells[exploitability]?.[severity] ?? "";
                const marks = [is(here, exploitability, severity) ? "here" : "", is(after, exploitability, severity) ? "after" : ""];
                const said = `${SAYS[cell] ?? "not set"}${marks[0] ? ", before controls" : ""}${marks[1] ? ", after controls" : ""}`;
                return (
                  <td key={severity} class={`${cell.charAt(0)} ${cell.endsWith("*") ? "edge" : ""} ${marks.join(" ")}`} title={`${title(exploitability)} and ${severity}: ${said}`}>
                    {onPick ? (
                      <button type="button" aria-label={`${cell}, ${exploitability} and ${severity}: ${said}`} aria-pressed={marks[0] === "here"} onClick={() => onPick({ exploitability, severity })}>
                        {cell}
                      </button>
                    ) : (
                      <>
                        {cell}
                        <span class="hidden-visually">{said}</span>
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
        {arrow && (
          <svg class="matrix-arrow" aria-hidden="true">
            <defs>
              <marker id="matrix-tip" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
                <path d="M0 0 L8 4 L0 8 z" fill="currentColor" />
              </marker>
            </defs>
            <path d={arrow} fill="none" stroke="currentColor" stroke-width="2" marker-end="url(#matrix-tip)" />
          </svg>
        )}
      </div>
      <figcaption class="matrix-key">
        <span>C controlled</span>
        <span>U uncontrolled</span>
        <span>* borderline: rationale and two approvers</span>
        {here && <span>solid frame: before controls</span>}
        {after && <span>broken frame: after controls</span>}
      </figcaption>
    </figure>
  );
}
