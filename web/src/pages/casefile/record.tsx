// A record as it stands, its signatures, and what it replaced.
import type { CaseRecord } from "../../api/casefile";
import { Chip } from "../../parts/chip";
import { Icon } from "../../parts/icon";
import { useMeanings } from "../../parts/signing";
import { Day, Instant } from "../../parts/time";
import { isDay } from "../../dates";
import { says, title } from "../../words";
import type { Kind } from "./kinds";

const HIDDEN = new Set(["context", "findings", "id", "cvss_basis"]);

export function Value({ value }: { value: unknown }) {
  if (value === true || value === false) return <>{value ? "yes" : "no"}</>;
  if (value === null || value === undefined || value === "") return <span class="quiet">not stated</span>;
  if (Array.isArray(value)) return <>{value.map((one) => (typeof one === "string" ? says(one) : JSON.stringify(one))).join(", ")}</>;
  if (typeof value === "object") return <code class="tiny">{JSON.stringify(value)}</code>;
  const text = String(value);
  if (isDay(text)) return <Day day={text} />;
  if (text.startsWith("CVSS:")) return <code>{text}</code>;
  return <>{/^[a-z0-9]+(_[a-z0-9]+)+$/.test(text) ? says(text) : text}</>;
}

interface Props {
  record: CaseRecord;
  kind: Kind | undefined;
  closed: boolean;
  old?: CaseRecord[];
  onAmend?: () => void;
  onSign?: () => void;
}

export function RecordView({ record, kind, closed, old = [], onAmend, onSign }: Props) {
  const canSign = useMeanings("/casefiles/{casefile}", record.who, record.signatures).length > 0;
  const label = (key: string) => kind?.fields.find((field) => field.key === key)?.says.replace(/\?$/, "") ?? title(key);
  const { text, rationale, ...rest } = { ...record.facts, ...record.more } as Record<string, unknown>;
  const rows = Object.entries(rest).filter(([key]) => !HIDDEN.has(key));
  return (
    <article class="record" id={`record-${record.number}`} aria-label={`Record ${record.number}`}>
      {typeof text === "string" && text && <p>{text}</p>}
      {typeof rationale === "string" && rationale && <p>{rationale}</p>}
      {rows.length > 0 && (
        <dl class="facts small">
          {rows.map(([key, value]) => [
            <dt key={key}>{label(key)}</dt>,
            <dd key={`${key} is`}>
              <Value value={value} />
            </dd>,
          ])}
        </dl>
      )}
      <div class="row wrap spread">
        <span class="quiet tiny">
          record {record.number}, <Instant at={record.at} /> by {record.who}
          {record.replaces !== null && `, in place of record ${record.replaces}`}
        </span>
        <span class="row wrap">
          {record.signatures.map((signature, i) => (
            <Chip key={i} tone="good" icon="pen" title={signature.at ?? ""}>
              {says(signature.meaning)}: {signature.full_name ?? signature.who ?? ""}
            </Chip>
          ))}
          {record.personal && (
            <Chip icon="lock" title="Taken out before disclosure (21 CFR 20.63)">
              personal data
            </Chip>
          )}
          {kind?.signed && record.signatures.length === 0 && <Chip icon="pen">not signed</Chip>}
          {!closed && onAmend && (
            <button type="button" class="btn small plain" onClick={onAmend}>
              Amend
            </button>
          )}
          {!closed && onSign && canSign && (
            <button type="button" class="btn small" onClick={onSign}>
              <Icon name="pen" size={14} /> Sign
            </button>
          )}
        </span>
      </div>
      {old.length > 0 && (
        <details>
          <summary class="tiny quiet">{`${old.length} earlier ${old.length === 1 ? "version" : "versions"} in the file`}</summary>
          {old.map((one) => (
            <RecordView key={one.number} record={one} kind={kind} closed />
          ))}
        </details>
      )}
    </article>
  );
}

// What a record replaced, the newest first, as far as the chain goes.
export function earlier(records: CaseRecord[], from: CaseRecord): CaseRecord[] {
  const found: CaseRecord[] = [];
  for (let at: CaseRecord | undefined = from; at; ) {
    const before: number | null = at.replaces;
    at = before === null ? undefined : records.find((one) => one.number === before);
    if (at) found.push(at);
  }
  return found;
}
