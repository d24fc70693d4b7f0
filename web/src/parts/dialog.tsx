// A modal of the browser's own: focus stays in it, Escape closes it.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "./icon";

export function Dialog({ title, note, onClose, foot, children, onSubmit }: { title: string; note?: ComponentChildren; onClose: () => void; foot: ComponentChildren; children: ComponentChildren; onSubmit?: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    box.current?.showModal();
    const first = ".content input:checked, .content input, .content select, .content textarea, .content button, .foot .main-act";
    box.current?.querySelector<HTMLElement>(first)?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog class="box" ref={box} onClose={onClose} aria-label={title}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        <div class="head">
          <div>
            <h2>{title}</h2>
            {note && <p class="soft small">{note}</p>}
          </div>
          <button type="button" class="icon-btn" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        <div class="content">{children}</div>
        <div class="foot">{foot}</div>
      </form>
    </dialog>
  );
}
