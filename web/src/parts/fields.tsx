import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { title } from "../words";

interface Common {
  label: string;
  hint?: ComponentChildren;
  wrong?: string | undefined;
  required?: boolean;
}

function Foot({ id, hint, wrong }: { id: string; hint?: ComponentChildren; wrong?: string | undefined }) {
  return (
    <>
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {wrong && (
        <span class="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </span>
      )}
    </>
  );
}

function described(id: string, hint: unknown, wrong: unknown): string | undefined {
  return [hint ? `${id}-hint` : "", wrong ? `${id}-wrong` : ""].filter(Boolean).join(" ") || undefined;
}

export function TextField(props: Common & { value: string; onInput: (value: string) => void; type?: "text" | "date" | "password" | "email" | "number" | "url"; long?: boolean; placeholder?: string; autofocus?: boolean; autocomplete?: string }) {
  const id = useId();
  const shared = {
    id,
    class: "input",
    value: props.value,
    required: props.required,
    placeholder: props.placeholder,
    autofocus: props.autofocus,
    "aria-invalid": props.wrong ? ("true" as const) : undefined,
    "aria-describedby": described(id, props.hint, props.wrong),
  };
  return (
    <div class="field">
      <label for={id}>
        {props.label}
        {!props.required && <span class="quiet"> (optional)</span>}
      </label>
      {props.long ? (
        <textarea {...shared} onInput={(event) => props.onInput(event.currentTarget.value)} />
      ) : (
        <input {...shared} type={(props.type ?? "text") as "text"} autocomplete={props.autocomplete ?? "off"} onInput={(event) => props.onInput(event.currentTarget.value)} />
      )}
      <Foot id={id} hint={props.hint} wrong={props.wrong} />
    </div>
  );
}

// Few words: all are seen, one is chosen.
export function ChoiceField(props: Common & { value: string; words: readonly string[]; onInput: (value: string) => void; says?: (word: string) => string }) {
  const id = useId();
  return (
    <fieldset class="field" aria-describedby={described(id, props.hint, props.wrong)}>
      <legend>
        {props.label}
        {!props.required && <span class="quiet"> (optional)</span>}
      </legend>
      <div class="choices">
        {props.words.map((word) => (
          <label key={word}>
            <input type="radio" name={id} value={word} checked={props.value === word} onChange={() => props.onInput(word)} />
            {(props.says ?? title)(word)}
          </label>
        ))}
      </div>
      <Foot id={id} hint={props.hint} wrong={props.wrong} />
    </fieldset>
  );
}

export function SeveralField(props: Common & { value: string[]; words: readonly string[]; onInput: (value: string[]) => void }) {
  const id = useId();
  const turn = (word: string) => props.onInput(props.value.includes(word) ? props.value.filter((one) => one !== word) : [...props.value, word]);
  return (
    <fieldset class="field" aria-describedby={described(id, props.hint, props.wrong)}>
      <legend>{props.label}</legend>
      <div class="choices">
        {props.words.map((word) => (
          <label key={word}>
            <input type="checkbox" checked={props.value.includes(word)} onChange={() => turn(word)} />
            {title(word)}
          </label>
        ))}
      </div>
      <Foot id={id} hint={props.hint} wrong={props.wrong} />
    </fieldset>
  );
}

export function SelectField(props: Common & { value: string; words: readonly string[]; onInput: (value: string) => void; says?: (word: string) => string; none?: string }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select id={id} class="input" value={props.value} aria-describedby={described(id, props.hint, props.wrong)} onChange={(event) => props.onInput(event.currentTarget.value)}>
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.words.map((word) => (
          <option key={word} value={word}>
            {(props.says ?? title)(word)}
          </option>
        ))}
      </select>
      <Foot id={id} hint={props.hint} wrong={props.wrong} />
    </div>
  );
}
