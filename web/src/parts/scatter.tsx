// EPSS against CVSS: how likely against how bad, a dot a vulnerability; a ring marks what is known to be exploited.
import type { Finding } from "../api/types";
import { to } from "../router";
import { severityOf } from "../pages/findings/order";
import { useWidth } from "./width";

const LEFT = 44;
const BOTTOM = 34;
const TICKS = [0.0001, 0.001, 0.01, 0.1, 1];

export function Scatter({ findings }: { findings: Finding[] }) {
  const { box, width } = useWidth(640);
  const height = Math.max(260, Math.min(400, width * 0.55));
  const dots = [...new Map(findings.filter((one) => one.cvss[0] && one.epss !== null).map((one) => [one.vulnerability, one])).values()];
  const x = (score: number) => LEFT + (score / 10) * (width - LEFT - 16);
  // The scale is one of magnitudes: most scores are far below one in a hundred.
  const y = (epss: number) => 12 + (Math.log10(1 / Math.max(epss, 0.0001)) / 4) * (height - BOTTOM - 12);
  return (
    <div ref={box}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={`${dots.length} vulnerabilities by CVSS and EPSS`}>
        {TICKS.map((tick) => (
          <g key={tick}>
            <line class="gridline" x1={LEFT} x2={width - 16} y1={y(tick)} y2={y(tick)} />
            <text x={LEFT - 8} y={y(tick) + 4} text-anchor="end">
              {tick < 0.001 ? "0.01 %" : `${tick * 100} %`}
            </text>
          </g>
        ))}
        {[0, 4, 7, 9, 10].map((tick) => (
          <g key={tick}>
            <line class="gridline" x1={x(tick)} x2={x(tick)} y1={12} y2={height - BOTTOM} />
            <text x={x(tick)} y={height - BOTTOM + 16} text-anchor="middle">
              {tick}
            </text>
          </g>
        ))}
        <text x={(width + LEFT) / 2} y={height - 3} text-anchor="middle">
          CVSS
        </text>
        {dots.map((one) => {
          const [cx, cy] = [x(one.cvss[0]?.score ?? 0), y(one.epss ?? 0)];
          return (
            <a key={one.vulnerability} href={to("vulnerabilities", one.vulnerability)}>
              <title>{`${one.vulnerability}: CVSS ${one.cvss[0]?.score}, EPSS ${one.epss}${one.exploited_in.length ? ", known exploited" : ""}\n${one.component.name} ${one.component.version}`}</title>
              <circle class={`fill-${severityOf(one)}`} cx={cx} cy={cy} r={5} opacity={0.85} />
              {one.exploited_in.length > 0 && <circle class="mark-kev" cx={cx} cy={cy} r={8.5} />}
            </a>
          );
        })}
      </svg>
    </div>
  );
}
