// The advisory of a casefile is drafted, tested and issued on its own page.
import type { Casefile } from "../../api/casefile";
import { Icon } from "../../parts/icon";
import { Card } from "../../parts/page";
import { to } from "../../router";

export function Advisory({ file }: { file: Casefile }) {
  return (
    <Card
      title="Security advisory"
      note="CSAF 2.0, made of this file and held to the mandatory tests before it is issued"
      actions={
        <a class="btn small" href={to("publish", file.casefile.number)}>
          <Icon name="publish" size={14} /> Draft and issue
        </a>
      }
    >
      <p class="soft small">Issuing gives it its number and version and keeps what was said; it is refused under embargo. With TLP CLEAR everybody can read it from then on.</p>
    </Card>
  );
}
