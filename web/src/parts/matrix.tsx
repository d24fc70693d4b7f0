// Exploitability against severity of patient harm, as the policy in force cuts it: controlled or uncontrolled.
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

function is(place: MatrixPlace | null | undefined, exploitability: string, severity: string): boolean {
  return place?.exploitability === exploitability && place.severity === severity;
}

export function RiskMatrix({ cells, here, after, onPick }: Props) {
  return (
    <figure>
      <table class="matrix">
        <caption class="hidden-visually">Exploitability, downwards from high to low, against severity of patient harm</caption>
        <thead>
          <tr>
            <td />
            {HARM_LEVELS.map((level) => (
              <th key={level} scope="col">
                <span class="long">{title(level)}</span>
                <span class="short" aria-hidden="true">
                  {title(level).slice(0, 5)}.
                </span>
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
