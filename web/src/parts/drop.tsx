import { useId, useState } from "preact/hooks";
import { Icon } from "./icon";

// A place for a file: dropped, or chosen by hand.
export function Drop({ says, hint, accept, onFile }: { says: string; hint?: string; accept?: string; onFile: (file: File) => void }) {
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <div
      class={`drop ${over ? "over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        for (const file of event.dataTransfer?.files ?? []) onFile(file);
      }}
    >
      <Icon name="down" size={22} />
      <p>{says}</p>
      {hint && <p class="quiet small">{hint}</p>}
      <label class="btn small" for={id}>
        Choose a file
      </label>
      <input
        id={id}
        class="hidden-visually"
        type="file"
        accept={accept}
        onChange={(event) => {
          for (const file of event.currentTarget.files ?? []) onFile(file);
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}
