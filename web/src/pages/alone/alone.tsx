// Pages without the frame, for people who have not signed in.
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

export function Alone({ title, lead, wide, children }: { title: string; lead?: ComponentChildren; wide?: boolean; children: ComponentChildren }) {
  useEffect(() => {
    document.title = `${title} · aftercare`;
  }, [title]);
  return (
    <main class="alone" id="main">
      <a href="/" class="brand large">
        <svg class="brand-mark" width="30" height="30" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="9" fill="currentColor" />
          <path d="M6 17h5l3-8 5 15 3-7h4" fill="none" stroke="var(--accent-ink)" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" />
        </svg>
        aftercare
      </a>
      <div class={`card ${wide ? "wide" : ""}`}>
        <div class="stack">
          <div>
            <h1>{title}</h1>
            {lead && <p class="soft lead">{lead}</p>}
          </div>
          {children}
        </div>
      </div>
    </main>
  );
}
