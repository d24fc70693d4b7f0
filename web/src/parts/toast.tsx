// Short words at the lower edge: what was done, and where it can be taken back, how.
import { createContext, type ComponentChildren } from "preact";
import { useCallback, useContext, useState } from "preact/hooks";

interface Toast {
  id: number;
  says: string;
  act?: { says: string; run: () => void };
}

type Tell = (says: string, act?: Toast["act"]) => void;

const Context = createContext<Tell>(() => undefined);
let last = 0;

export const useToast = () => useContext(Context);

export function ToastProvider({ children }: { children: ComponentChildren }) {
  const [toasts, set] = useState<Toast[]>([]);
  const tell = useCallback<Tell>((says, act) => {
    const id = ++last;
    set((old) => [...old.slice(-2), act ? { id, says, act } : { id, says }]);
    setTimeout(() => set((old) => old.filter((one) => one.id !== id)), act ? 12_000 : 6_000);
  }, []);
  return (
    <Context.Provider value={tell}>
      {children}
      <div class="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div class="toast" key={toast.id}>
            <span class="grow">{toast.says}</span>
            {toast.act && (
              <button
                type="button"
                onClick={() => {
                  toast.act?.run();
                  set((old) => old.filter((one) => one.id !== toast.id));
                }}
              >
                {toast.act.says}
              </button>
            )}
          </div>
        ))}
      </div>
    </Context.Provider>
  );
}
