// Where units are: components flow into releases, releases into devices; as wide as there are units.
import { number } from "../words";
import { useWidth } from "./width";

export interface Place {
  component: string;
  release: string;
  device: string;
  units: number;
}

interface Node {
  name: string;
  units: number;
  y: number;
  height: number;
}

const GAP = 14;
const LEAST = 10; // pixels of the thinnest node

// Nodes of one column, one below the other; a link is as high at both ends as its part of them.
function column(places: Place[], nameOf: (place: Place) => string, scale: number): Node[] {
  const units = new Map<string, number>();
  for (const place of places) units.set(nameOf(place), (units.get(nameOf(place)) ?? 0) + place.units);
  let y = 0;
  return [...units].map(([name, count]) => {
    const node = { name, units: count, y, height: Math.max(LEAST, count * scale) };
    y += node.height + GAP;
    return node;
  });
}

export function Flow({ places }: { places: Place[] }) {
  const { box, width } = useWidth(720);
  const total = places.reduce((sum, place) => sum + place.units, 0);
  if (total === 0) return null;
  const scale = Math.max(60, Math.min(200, places.length * 44)) / total;
  const names = [(place: Place) => place.component, (place: Place) => `${place.device} ${place.release}`, (place: Place) => place.device];
  const columns = names.map((nameOf) => column(places, nameOf, scale));
  const height = Math.max(...columns.map((nodes) => nodes.reduce((end, node) => Math.max(end, node.y + node.height), 0))) + 6;
  const [left, right] = [width * 0.26, width * 0.74];
  const xs = [left, width / 2, right];
  const used = new Map<string, number>();
  const take = (side: string, node: Node, part: number) => {
    const at = used.get(side + node.name) ?? 0;
    used.set(side + node.name, at + part);
    return node.y + at;
  };
  const links = places.flatMap((place) =>
    [0, 1].map((i) => {
      const from = columns[i]?.find((node) => node.name === names[i]?.(place));
      const to = columns[i + 1]?.find((node) => node.name === names[i + 1]?.(place));
      if (!from || !to) return null;
      const [h1, h2] = [(place.units / from.units) * from.height, (place.units / to.units) * to.height];
      const [y1, y2] = [take(`out${i}`, from, h1), take(`in${i}`, to, h2)];
      const [x1, x2] = [(xs[i] ?? 0) + 5, (xs[i + 1] ?? 0) - 5];
      const middle = (x1 + x2) / 2;
      return { key: `${i} ${place.component} ${place.device} ${place.release}`, path: `M${x1},${y1} C${middle},${y1} ${middle},${y2} ${x2},${y2} L${x2},${y2 + h2} C${middle},${y2 + h2} ${middle},${y1 + h1} ${x1},${y1 + h1} Z` };
    }),
  );
  return (
    <div ref={box}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={places.map((place) => `${place.component} in ${place.device} ${place.release}, ${place.units} units`).join("; ")}>
        {links.map((link) => link && <path key={link.key} class="flow-link" d={link.path} />)}
        {columns.map((nodes, i) =>
          nodes.map((node) => (
            <g key={`${i} ${node.name}`}>
              <rect class="fill-accent" x={(xs[i] ?? 0) - 5} y={node.y} width={10} height={node.height} rx={2} />
              {i === 1 ? (
                <text class="flow-mid" x={width / 2 + 12} y={node.y + node.height / 2 + 4}>
                  {width > 560 ? node.name : ""}
                </text>
              ) : (
                <text x={i === 0 ? left - 12 : right + 12} y={node.y + node.height / 2 + 4} text-anchor={i === 0 ? "end" : "start"}>
                  {i === 0 ? node.name : `${node.name}, ${number(node.units)}`}
                </text>
              )}
            </g>
          )),
        )}
      </svg>
    </div>
  );
}
