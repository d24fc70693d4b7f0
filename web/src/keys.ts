// Keys: single letters, and "g" with a second one. Never while typing.
import { useEffect, useRef } from "preact/hooks";

export type Keys = Record<string, () => void>;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) && !isTick(target);
}

function isTick(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && (target.type === "checkbox" || target.type === "radio");
}

// Enter is what these have it for.
function isPressed(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("a[href], button, summary") !== null;
}

// "j", "/", "?", "g t", "mod+k". A dialog or an explanation that is open has the keys to itself.
export function useKeys(keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    let first = "";
    let timer = 0;
    const pressed = (event: KeyboardEvent) => {
      const mod = event.metaKey || event.ctrlKey;
      const key = event.key;
      if (mod && now.current[`mod+${key.toLowerCase()}`]) {
        event.preventDefault();
        now.current[`mod+${key.toLowerCase()}`]?.();
        return;
      }
      if (mod || event.altKey || isTyping(event.target) || (key === "Enter" && isPressed(event.target)) || document.querySelector("dialog[open], :popover-open")) return;
      const both = first ? `${first} ${key}` : key;
      first = "";
      clearTimeout(timer);
      const run = now.current[both];
      if (run) {
        event.preventDefault();
        run();
      } else if (key === "g") {
        first = "g";
        timer = window.setTimeout(() => (first = ""), 1200);
      }
    };
    addEventListener("keydown", pressed);
    return () => {
      removeEventListener("keydown", pressed);
      clearTimeout(timer);
    };
  }, []);
}
