// What is shown all day is read again when somebody comes back to it, goes on to another page, or has changed something. Never by
// the clock alone: that would keep a session alive which nobody uses.
import { useEffect, useRef } from "preact/hooks";
import { isLeaving, onChanged } from "./client";

const REST_MS = 30_000; // since it was read last
const CHANGES_MS = 600; // of many changes in a row only the last one asks

export function useFresh(read: () => void, place = ""): void {
  const now = useRef(read);
  const last = useRef(Date.now());
  now.current = read;
  useEffect(() => {
    const again = () => {
      if (isLeaving()) return;
      last.current = Date.now();
      now.current();
    };
    const back = () => {
      if (document.visibilityState === "visible" && Date.now() - last.current > REST_MS) again();
    };
    document.addEventListener("visibilitychange", back);
    addEventListener("focus", back);
    let timer = 0;
    const forget = onChanged(() => {
      clearTimeout(timer);
      timer = window.setTimeout(again, CHANGES_MS);
    });
    back(); // gone on to another page
    return () => {
      document.removeEventListener("visibilitychange", back);
      removeEventListener("focus", back);
      clearTimeout(timer);
      forget();
    };
  }, [place]);
}
