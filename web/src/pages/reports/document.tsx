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
  const missing = document.content.flatMap((block) => block.fields ?? []).filter((field) => field.state === "missing");
  return (
    <article class="paper prose" aria-label={document.title}>
      <header>
        <h2>{document.title}</h2>
        <p class="quiet">
          {document.subject}
          {document.as_of && `, as of ${document.as_of}`}
        </p>
      </header>
      {missing.length > 0 && (
        <p>
          <Chip tone="warn" icon="warn">
            {missing.length} missing
          </Chip>{" "}
          <span class="soft small">{missing.map((field) => field.label).join(", ")}</span>
        </p>
      )}
      {document.content.map((block, i) => (
        <BlockView key={i} block={block} />
      ))}
    </article>
  );
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
              {field.value ?? <Chip tone="warn">{field.state}</Chip>}
              {field.personal && field.value && (
                <>
                  {" "}
                  <Chip icon="lock">personal</Chip>
                </>
              )}
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
