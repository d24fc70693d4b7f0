import { useRef, useState } from "preact/hooks";
import { remove } from "../api/client";
import { go } from "../router";
import { useWho } from "../session";
import { setTheme, storedTheme, type Theme } from "../theme";
import { Icon } from "./icon";

const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const ICONS = { system: "system", light: "sun", dark: "moon" } as const;

export function TopBar({ query, onMenu, onHelp }: { query: string; onMenu: () => void; onHelp: () => void }) {
  const who = useWho();
  const [theme, show] = useState(storedTheme);
  const box = useRef<HTMLInputElement>(null);
  const user = who.session?.user ? who.session : null;
  const name = user?.full_name || user?.user || "";
  const turn = () => {
    const next = NEXT[theme];
    setTheme(next);
    show(next);
  };
  const leave = () => {
    remove("/session").then(who.reload, who.reload);
  };
  return (
    <header class="top">
      <button type="button" class="icon-btn menu" aria-label="Menu" onClick={onMenu}>
        <Icon name="menu" />
      </button>
      <form
        class="find"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const words = box.current?.value.trim() ?? "";
          if (words) go(`/search?q=${encodeURIComponent(words)}`);
        }}
      >
        <Icon name="search" size={16} />
        <input ref={box} id="find" type="search" key={query} defaultValue={query} aria-label="Find a CVE, component, purl, UDI or casefile" placeholder="CVE, component, purl, UDI, casefile" autocomplete="off" spellcheck={false} />
        <kbd aria-hidden="true">/</kbd>
      </form>
      <div class="end">
        <button type="button" class="icon-btn" onClick={turn} aria-label={`Colours: ${theme}. Change to ${NEXT[theme]}`} title={`Colours: ${theme}`}>
          <Icon name={ICONS[theme]} />
        </button>
        <button type="button" class="icon-btn help" onClick={onHelp} aria-label="Keys and commands" title="Keys and commands (?)">
          <Icon name="help" />
        </button>
        {user && (
          <a class="who" href="/account" title={`Account: ${(user.roles ?? []).join(", ")}`}>
            <span class="avatar" aria-hidden="true">
              {initials(name)}
            </span>
            <span class="small">{name}</span>
          </a>
        )}
        {user && (
          <button type="button" class="icon-btn" aria-label="Sign out" title="Sign out" onClick={leave}>
            <Icon name="out" />
          </button>
        )}
      </div>
    </header>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  return ((words[0]?.charAt(0) ?? "") + (words.length > 1 ? (words.at(-1)?.charAt(0) ?? "") : "")).toUpperCase();
}
