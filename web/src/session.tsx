// Who has signed in, and which day it is for the firm.
import { createContext, type ComponentChildren } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import { onSignedOut, setToken } from "./api/client";
import type { Program, Session } from "./api/types";
import { useResource } from "./api/use";
import { dayIn } from "./dates";

export interface Who {
  session: Session | null;
  program: Program | null;
  today: string;
  zone: string;
  loading: boolean;
  reload: () => void;
}

const Context = createContext<Who>({ session: null, program: null, today: dayIn("UTC"), zone: "UTC", loading: true, reload: () => undefined });

const MINUTE_MS = 60_000;

// The day in a zone, and the next one once it has begun: a page may be open over night.
function useDay(zone: string): string {
  const [, look] = useState(dayIn(zone));
  useEffect(() => {
    const now = () => look(dayIn(zone));
    const timer = setInterval(now, MINUTE_MS);
    document.addEventListener("visibilitychange", now);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", now);
    };
  }, [zone]);
  return dayIn(zone);
}

export function SessionProvider({ children }: { children: ComponentChildren }) {
  const session = useResource<Session>("/session");
  const isIn = session.data !== null && session.data.user !== null;
  const program = useResource<Program>(isIn ? "/program" : null);
  const zone = program.data?.time_zone ?? "UTC";
  const today = useDay(zone);
  // Set before any child may send a change.
  setToken(session.data?.csrf_token ?? null);
  useEffect(() => onSignedOut(() => session.reload()), [session.reload]);
  const value = useMemo<Who>(
    () => ({
      session: session.data,
      program: program.data,
      today,
      zone,
      // which day it is hangs on the firm's zone: no page may begin with that of another
      loading: (session.loading && session.data === null) || (isIn && program.loading && program.data === null),
      reload: session.reload,
    }),
    [session.data, session.loading, program.data, program.loading, today, zone, session.reload],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export const useWho = () => useContext(Context);
export const useToday = () => useContext(Context).today;
