// A report as its document says it: sections, fields, tables, lists. The same content as its HTML and PDF.
import { Chip } from "../../parts/chip";
import { Table } from "../../parts/table";

interface Field {
  key: string | null;
  label: string;
  value: string | null;
  state: string;
  personal: boolean;
  note?: string | null;
}

interface Block {
  kind: string;
  id?: string;
  title?: string | null;
  text?: string;
  fields?: Field[];
  items?: (string | { text?: string })[];
  caption?: string;
  columns?: { title: string; personal: boolean }[];
  rows?: (string | null)[][];
}

export interface ReportDocument {
  report: string;
  subject?: string;
  title: string;
  as_of?: string;
  content: Block[];
}

export function DocumentView({ document }: { document: ReportDocument }) {
  const missing = missingOf(document.content);
  const count = missing.reduce((sum, one) => sum + one.labels.length, 0);
  return (
    <article class="paper prose" aria-label={document.title}>
      <header>
        <h2>{document.title}</h2>
        <p class="quiet">
          {document.subject}
          {document.as_of && `, as of ${document.as_of}`}
        </p>
      </header>
      {count > 0 && (
        <p>
          <Chip tone="warn" icon="warn">
            {count} missing
          </Chip>{" "}
          <span class="soft small">{missing.map((one) => `${one.section ? `${one.section}: ` : ""}${one.labels.join(", ")}`).join("; ")}</span>
        </p>
      )}
      {document.content.map((block, i) => (
        <BlockView key={i} block={block} />
      ))}
    </article>
  );
}

// What is missing, by the section it is missing in: labels recur, and "This item" names none.
function missingOf(content: Block[]): { section: string; labels: string[] }[] {
  const found: { section: string; labels: string[] }[] = [];
  let section = "";
  for (const block of content) {
    if (block.kind === "section") section = block.title ?? "";
    const labels = (block.fields ?? []).filter((field) => field.state === "missing").map((field) => field.label);
    const last = found.at(-1);
    if (labels.length && last?.section === section) last.labels.push(...labels);
    else if (labels.length) found.push({ section, labels });
  }
  return found;
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case "section":
      return <h3 class="paper-section">{block.title}</h3>;
    case "part":
    case "article":
      return <h4>{block.title}</h4>;
    case "paragraph":
      return <p>{block.text}</p>;
    case "list":
      return (
        <div>
          {block.title && <p class="strong">{block.title}</p>}
          <ul class="paper-list">
            {(block.items ?? []).map((item, i) => (
              <li key={i}>{typeof item === "string" ? item : (item.text ?? "")}</li>
            ))}
          </ul>
        </div>
      );
    case "fields":
      return (
        <dl class="facts">
          {(block.fields ?? []).map((field) => [
            <dt key={field.label}>{field.label}</dt>,
            <dd key={`${field.label} is`}>
              {field.value ?? (field.state === "given" ? <span class="quiet">-</span> : <Chip tone="warn">{field.state}</Chip>)}
              {field.state === "explained" && (
                <>
                  {" "}
                  <Chip tone="info">not known</Chip>
                </>
              )}
              {field.personal && field.value && (
                <>
                  {" "}
                  <Chip icon="lock">personal</Chip>
                </>
              )}
              {field.note && <p class="tiny soft">{field.note}</p>}
            </dd>,
          ])}
        </dl>
      );
    case "table":
      return (
        <div>
          {block.caption && <p class="strong">{block.caption}</p>}
          <Table
            caption={block.caption ?? "Table"}
            rows={(block.rows ?? []).filter(Array.isArray)}
            rowKey={(_, i) => i}
            columns={(block.columns ?? []).map((column, i) => ({ head: column.title || `column ${i + 1}`, cell: (row: (string | null)[]) => cellText(row[i]) }))}
          />
        </div>
      );
    default:
      return null;
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? String((cell as { text?: unknown }).text ?? "") : String(cell);
}
