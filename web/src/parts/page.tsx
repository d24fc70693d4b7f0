// The head of a page, cards, and what stands there while nothing else can.
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Problem } from "../api/client";
import { REMEDIES } from "../remedies";
import { Icon, type IconName } from "./icon";

export interface Crumb {
  href: string;
  says: string;
}

export function PageHead({ title, sub, crumbs, actions, bare }: { title: string; sub?: ComponentChildren; crumbs?: Crumb[]; actions?: ComponentChildren; bare?: boolean }) {
  useEffect(() => {
    document.title = `${title} · aftercare`;
  }, [title]);
  if (bare) return null;
  return (
    <div class="page-head">
      <div>
        {crumbs && (
          <nav aria-label="Where this is">
            <ol class="crumbs">
              {crumbs.map((crumb) => (
                <li key={crumb.href}>
                  <a href={crumb.href}>{crumb.says}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1>{title}</h1>
        {sub && <p class="sub">{sub}</p>}
      </div>
      {actions && <div class="actions">{actions}</div>}
    </div>
  );
}

export function Card({ title, note, actions, foot, flush, children, id }: { title?: string; note?: ComponentChildren; actions?: ComponentChildren; foot?: ComponentChildren; flush?: boolean; children?: ComponentChildren; id?: string }) {
  return (
    <section class="card" id={id} aria-label={title}>
      {title && (
        <header>
          <div>
            <h2>{title}</h2>
            {note && <p>{note}</p>}
          </div>
          {actions && <div class="row wrap">{actions}</div>}
        </header>
      )}
      {children !== undefined && <div class={flush ? "flush" : "body"}>{children}</div>}
      {foot && <footer>{foot}</footer>}
    </section>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export function Notice({ tone, icon, children }: { tone?: "warn" | "bad" | "good"; icon?: IconName; children: ComponentChildren }) {
  return (
    <div class={`notice ${tone ?? ""}`} role={tone === "bad" ? "alert" : "status"}>
      <Icon name={icon ?? (tone === "good" ? "check" : tone ? "warn" : "help")} />
      <div class="grow">{children}</div>
    </div>
  );
}

export function Loading({ what = "Reading" }: { what?: string }) {
  return (
    <div class="loading" role="status">
      <span class="hidden-visually">{what}</span>
      <i />
      <i />
      <i />
    </div>
  );
}

export function Failed({ problem, again }: { problem: Problem; again?: () => void }) {
  const remedy = problem.remedy ? REMEDIES[problem.remedy] : undefined;
  return (
    <Notice tone="bad">
      <p class="strong">{problem.title}</p>
      {problem.detail && <p>{problem.detail}</p>}
      {remedy && (
        <p>
          {remedy.says} {remedy.href && <a href={remedy.href}>{remedy.link}</a>}
        </p>
      )}
      {again && problem.status !== 404 && (
        <button type="button" class="btn small" onClick={again}>
          Try again
        </button>
      )}
    </Notice>
  );
}

// What a resource has, or what is in its place.
export function Ready<T>({ of, children }: { of: { data: T | null; problem: Problem | null; reload?: () => void }; children: (data: T) => ComponentChildren }) {
  if (of.problem) return <Failed problem={of.problem} {...(of.reload ? { again: of.reload } : {})} />;
  if (of.data === null) return <Loading />;
  return <>{children(of.data)}</>;
}

export function Facts({ rows }: { rows: [string, ComponentChildren][] }) {
  return (
    <dl class="facts">
      {rows.map(([name, value]) => [
        <dt key={name}>{name}</dt>,
        <dd key={`${name} is`}>{value === null || value === undefined || value === "" ? <span class="quiet">not stated</span> : value}</dd>,
      ])}
    </dl>
  );
}

export function Tabs({ tabs, label }: { tabs: { href: string; says: string; on: boolean; count?: string | number }[]; label: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.on ? "page" : undefined}>
          {tab.says}
          {tab.count !== undefined && <span class="count num">{tab.count}</span>}
        </a>
      ))}
    </nav>
  );
}
