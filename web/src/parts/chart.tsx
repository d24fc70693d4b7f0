// The frame of a chart: its title, how it is computed, and the two ways to take it along, as it is drawn and as numbers.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Icon } from "./icon";

export type Cells = (string | number | null)[][]; // the first row is the head

interface Props {
  title: string;
  note: ComponentChildren;
  name: string; // of the files
  cells: Cells;
  children: ComponentChildren;
}

export function Chart({ title, note, name, cells, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = () => {
    const svg = box.current?.querySelector("svg");
    if (svg) save(`${name}.svg`, "image/svg+xml", standalone(svg));
  };
  return (
    <section class="card" aria-label={title}>
      <header>
        <div>
          <h2>{title}</h2>
          <p>{note}</p>
        </div>
        <div class="row">
          <button type="button" class="btn small plain" onClick={drawn} aria-label={`${title} as SVG`}>
            <Icon name="down" size={14} /> SVG
          </button>
          <button type="button" class="btn small plain" onClick={() => save(`${name}.csv`, "text/csv", csv(cells))} aria-label={`${title} as CSV`}>
            <Icon name="down" size={14} /> CSV
          </button>
        </div>
      </header>
      <div class="body chart" ref={box}>
        {children}
      </div>
    </section>
  );
}

// RFC 4180; what a spreadsheet would take for a formula gets an apostrophe before it.
export function csv(cells: Cells): string {
  const cell = (value: string | number | null) => {
    if (typeof value === "number") return String(value);
    const text = /^[=+\-@\t\r]/.test(value ?? "") ? `'${value}` : (value ?? "");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return cells.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

const KEPT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font", "opacity", "text-anchor"];

// The drawing with what the style sheet gives it written into it, so that it looks the same anywhere.
function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [svg.querySelectorAll<SVGElement>("*"), copy.querySelectorAll<SVGElement>("*")];
  from.forEach((element, i) => {
    const computed = getComputedStyle(element);
    for (const name of KEPT) {
      if (name === "font" && element.tagName !== "text") continue;
      const value = computed.getPropertyValue(name);
      if (name === "font") {
        to[i]?.setAttribute("font-size", computed.fontSize);
        to[i]?.setAttribute("font-family", "sans-serif");
        to[i]?.setAttribute("font-weight", computed.fontWeight);
      } else if (value) to[i]?.setAttribute(name, value);
    }
    to[i]?.removeAttribute("class");
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(copy);
}

export function save(name: string, type: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
