// A heading that explains its words: a button, so that keys and fingers reach what a pointer would hover over.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { TIERS } from "../words";

export function Legend({ head, title, children }: { head: string; title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <>
      <button type="button" class="legend-head" popovertarget={id} aria-label={`${head}: what it means`}>
        {head}
      </button>
      <div id={id} popover="auto" class="legend" role="note" aria-label={title}>
        <h3>{title}</h3>
        {children}
        <p class="quiet tiny">Esc closes this.</p>
      </div>
    </>
  );
}

export function TierLegend() {
  return (
    <Legend head="Tier" title="Tier: how sure a match is">
      <dl class="facts">
        {Object.entries(TIERS).map(([tier, says]) => [
          <dt key={tier}>
            <span class="chip">{tier}</span>
          </dt>,
          <dd key={`${tier} is`}>{says}</dd>,
        ])}
      </dl>
    </Legend>
  );
}
