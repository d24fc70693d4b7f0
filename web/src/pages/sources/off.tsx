// A source is turned off, and on again, with a reason: what it says is not counted, and every answer says so.
import { useState } from "preact/hooks";
import { part, put, remove, type Problem } from "../../api/client";
import type { Feed } from "../../api/types";
import { problemFrom } from "../../api/use";
import { Dialog } from "../../parts/dialog";
import { TextField } from "../../parts/fields";
import { Failed, Notice } from "../../parts/page";
import { Instant } from "../../parts/time";
import { useToast } from "../../parts/toast";
import { May } from "../../parts/may";
import { plural } from "../../words";

interface Turned {
  appeared: number;
  vanished: number;
  changed: number;
}

export function Off({ feeds }: { feeds: Feed[] }) {
  const off = feeds.filter((one) => one.off);
  if (off.length === 0) return null;
  return (
    <Notice tone="bad">
      <p class="strong">{plural(off.length, "source")} turned off: what it says is not matched, scored or counted</p>
      {off.map((one) => (
        <p key={one.source}>
          <b>{one.source}</b> since <Instant at={one.off?.since ?? null} plain /> by {one.off?.by}: {one.off?.why}
        </p>
      ))}
    </Notice>
  );
}

export function Turn({ feed, onDone }: { feed: Feed; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <May act="PUT /feeds/{source}/off">
        <button type="button" class="btn small" onClick={() => setOpen(true)} aria-label={`${feed.off ? "Turn on" : "Turn off"} ${feed.source}`}>
          {feed.off ? "Turn on" : "Turn off"}
        </button>
      </May>
      {open && <Ask feed={feed} onClose={() => setOpen(false)} onDone={onDone} />}
    </>
  );
}

function Ask({ feed, onClose, onDone }: { feed: Feed; onClose: () => void; onDone: () => void }) {
  const tell = useToast();
  const [why, setWhy] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const on = feed.off !== undefined;
  const turn = async () => {
    if (!why.trim()) return setProblem({ status: 0, title: "The reason is needed: it stands in the audit trail", detail: "" });
    try {
      const { data } = await (on ? remove : put)<Turned>(`/feeds/${part(feed.source)}/off`, { why });
      tell(`${feed.source} is turned ${on ? "on" : "off"}: ${data.appeared} findings appeared, ${data.vanished} vanished, ${data.changed} changed`);
      onClose();
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Dialog
      title={`Turn ${feed.source} ${on ? "on" : "off"}`}
      note={on ? "What was imported meanwhile counts at once." : "Findings that only it makes are gone until it is on again; decisions about them stay. Every answer will say that it is off."}
      onClose={onClose}
      onSubmit={() => void turn()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="btn main-act">
            {on ? "Turn it on" : "Turn it off"}
          </button>
        </>
      }
    >
      <TextField label="Why" required value={why} onInput={setWhy} autofocus />
      {problem && <Failed problem={problem} />}
    </Dialog>
  );
}
