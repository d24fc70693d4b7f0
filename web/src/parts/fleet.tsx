import { query as ask } from "../api/client";
import type { Where } from "../api/types";
import { EVERY, useAll } from "../api/use";
import { plural } from "../words";
import { Chart } from "./chart";
import { Flow, type Place } from "./flow";

// Which units carry it: asked of the store by any name that leads to components.
export function Fleet({ of, name, only }: { of: string; name: string; only?: (place: Where) => boolean }) {
  const where = useAll<Where>(ask("/where", { q: of, typed: 1 }), EVERY);
  const rows = (where.data?.items ?? []).filter((one) => one.units && (!only || only(one)));
  const seen = new Map<string, Place>();
  for (const one of rows) {
    const place = { component: `${one.component} ${one.version}`, release: one.release, device: one.device, units: one.units ?? 0 };
    seen.set(`${place.component} ${place.device} ${place.release}`, place);
  }
  const places = [...seen.values()];
  if (places.length === 0) return null;
  const releases = new Map(places.map((place) => [`${place.device} ${place.release}`, place.units]));
  const units = [...releases.values()].reduce((sum, count) => sum + count, 0);
  return (
    <Chart title="Units in the field that carry it" note={`${plural(units, "unit")} of ${plural(releases.size, "release")}`} name={`units-${name}`} cells={[["component", "device", "release", "units"], ...places.map((place) => [place.component, place.device, place.release, place.units])]}>
      <Flow places={places} />
    </Chart>
  );
}
