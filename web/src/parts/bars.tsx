import { useWidth } from "./width";

export interface BarRow {
  says: string;
  value: number | null;
  words: string; // what stands at the end of the bar
  fill?: string;
}

const NARROW = 420; // below it no name has room beside its bar

// Lying bars: the name on the left, above where it is narrow, the value at the end.
export function Bars({ rows, most, label }: { rows: BarRow[]; most?: number; label: string }) {
  const { box, width } = useWidth(480);
  const above = width < NARROW;
  const left = above ? 0 : 190;
  const room = width - left - 70;
  const top = Math.max(most ?? 0, ...rows.map((row) => row.value ?? 0), 1);
  const step = above ? 44 : 30;
  const height = rows.length * step + 4;
  return (
    <div ref={box}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${label}: ${rows.map((row) => `${row.says} ${row.words}`).join(", ")}`}>
        {rows.map((row, i) => {
          const bar = i * step + (above ? 22 : 8);
          return (
            <g key={row.says}>
              <text x={above ? 0 : left - 12} y={above ? bar - 7 : bar + 11} text-anchor={above ? "start" : "end"}>
                {row.says}
              </text>
              <rect class="bar-soft" x={left} y={bar} width={room} height={14} rx={3} />
              {row.value !== null && row.value > 0 && <rect class={row.fill ?? "bar-fill"} x={left} y={bar} width={Math.max(2, (row.value / top) * room)} height={14} rx={3} />}
              <text x={left + room + 8} y={bar + 11}>
                {row.words}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

export interface Point {
  says: string;
  value: number | null;
}

// A value over periods: columns with their value on top; a period without one says so.
export function Columns({ points, unit, label, most }: { points: Point[]; unit: string; label: string; most?: number }) {
  const { box, width } = useWidth(480);
  const height = 170;
  const top = Math.max(most ?? 0, ...points.map((point) => point.value ?? 0), 1);
  const step = (width - 16) / Math.max(points.length, 1);
  const y = (value: number) => height - 30 - (value / top) * (height - 60);
  return (
    <div ref={box}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${label}: ${points.map((point) => `${point.says} ${point.value ?? "no value"}${point.value === null ? "" : unit}`).join(", ")}`}>
        {[0, 0.5, 1].map((part) => (
          <line key={part} class="gridline" x1={8} x2={width - 8} y1={y(top * part)} y2={y(top * part)} />
        ))}
        {points.map((point, i) => (
          <g key={point.says}>
            {point.value !== null && <rect class="bar-fill" x={8 + i * step + step * 0.22} y={Math.min(y(point.value), height - 32)} width={step * 0.56} height={Math.max(2, height - 30 - y(point.value))} rx={3} />}
            <text x={8 + i * step + step / 2} y={point.value === null ? height - 38 : y(point.value) - 6} text-anchor="middle">
              {point.value === null ? "-" : `${point.value}${unit}`}
            </text>
            <text x={8 + i * step + step / 2} y={height - 10} text-anchor="middle">
              {point.says}
            </text>
          </g>
        ))}
        <line class="axis" x1={8} x2={width - 8} y1={height - 30} y2={height - 30} />
      </svg>
    </div>
  );
}
