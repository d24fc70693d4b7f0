// What is offered only to those who may do it; to others it says in words whose it is, or nothing.
import type { ComponentChildren } from "preact";
import { isPermitted, type Act, whose } from "../permitted";
import { useWho } from "../session";
import { Icon } from "./icon";

export function useMay(): (act: Act) => boolean {
  const { session } = useWho();
  const roles = session?.roles ?? [];
  return (act) => isPermitted(roles, act);
}

// says: what it would do, as the button has it; without, who may not do it sees nothing in its place.
export function May({ act, says, children }: { act: Act; says?: string; children: ComponentChildren }) {
  if (useMay()(act)) return <>{children}</>;
  if (!says) return null;
  return (
    <span class="row tiny quiet may-not" data-act={act}>
      <Icon name="lock" size={13} />
      <span>
        {says}: for {whose(act)}
      </span>
    </span>
  );
}
