// What the tests of CSAF say of a document.
import { Chip } from "../../parts/chip";

export interface Tests {
  file: string;
  valid: boolean;
  mandatory: number;
  optional: number;
  informative: number;
  faults: { test: string; level: string; title: string; path: string; text: string }[];
}

export function Faults({ name, tests }: { name: string; tests: Tests }) {
  return (
    <div class="stack tight">
      <p>
        {tests.valid ? (
          <Chip tone="good" icon="check">
            {name} passes every mandatory test
          </Chip>
        ) : (
          <Chip tone="bad" icon="warn">
            {`${tests.mandatory} mandatory`}
          </Chip>
        )}{" "}
        {tests.optional > 0 && <Chip tone="warn">{`${tests.optional} optional`}</Chip>}
      </p>
      {tests.faults.length > 0 && (
        <ul class="trace">
          {tests.faults.map((fault, i) => (
            <li key={i} title={fault.title}>
              <Chip tone={fault.level === "mandatory" ? "bad" : fault.level === "optional" ? "warn" : undefined}>{fault.test}</Chip> {fault.text} <code class="tiny">{fault.path}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
