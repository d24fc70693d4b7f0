// Until when what a component is of is supported, by a table of life cycles.
import type { Life } from "../../api/types";
import { Chip } from "../../parts/chip";
import { Day } from "../../parts/time";

export function Lives({ of }: { of: Life[] }) {
  return (
    <div class="stack tight">
      {of.map((one) => (
        <div key={one.product + one.cycle}>
          {one.ended ? (
            <Chip tone="high" icon="warn">
              end of life
            </Chip>
          ) : (
            <Chip tone="good" icon="check">
              supported
            </Chip>
          )}{" "}
          {one.product} {one.cycle}
          {one.end_of_life && (
            <>
              {one.ended ? " since " : " until "}
              <Day day={one.end_of_life} />
            </>
          )}
          {one.end_of_extended_support && (
            <>
              , extended support until <Day day={one.end_of_extended_support} />
            </>
          )}
          , according to {one.source}
        </div>
      ))}
    </div>
  );
}
