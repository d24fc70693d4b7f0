import { Dialog } from "./dialog";
import { GROUPS } from "./nav";

const KEYS: [string, string][] = [
  ["/", "search"],
  ["Ctrl K", "go to or do anything"],
  ["j  k", "next and previous row"],
  ["x", "pick the row"],
  ["e  Enter", "open the row"],
  ["a", "affected"],
  ["n", "not affected, with its justification"],
  ["f", "false match: the component is not there"],
  ["u", "take the last decision back"],
  ["Esc", "close what is open, pick none"],
  ["?", "this help"],
];

const IN_SIGNALS: [string, string][] = [
  ["a", "accepted"],
  ["d", "duplicate"],
  ["n", "not ours"],
  ["f", "false"],
  ["c", "pick all about the same component"],
  ["u", "take the last decisions back"],
];

export function KeyHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title="Keys"
      onClose={onClose}
      foot={
        <>
          <a class="btn" href="/?tour=1" onClick={onClose}>
            Take the tour
          </a>
          <button type="button" class="btn main-act" onClick={onClose}>
            Close
          </button>
        </>
      }
    >
      <div class="grid two">
        <div class="stack">
          <Keys rows={KEYS} />
          <h3>Among signals</h3>
          <Keys rows={IN_SIGNALS} />
        </div>
        <dl class="facts">
          {GROUPS.flatMap((group) => group.items)
            .filter((item) => item.keys)
            .map((item) => [
              <dt key={item.keys}>
                <kbd>{item.keys}</kbd>
              </dt>,
              <dd key={item.says}>{item.says}</dd>,
            ])}
        </dl>
      </div>
    </Dialog>
  );
}

function Keys({ rows }: { rows: [string, string][] }) {
  return (
    <dl class="facts">
      {rows.map(([key, says]) => [
        <dt key={key}>
          {key.split("  ").map((one) => (
            <kbd key={one}>{one}</kbd>
          ))}
        </dt>,
        <dd key={says}>{says}</dd>,
      ])}
    </dl>
  );
}
