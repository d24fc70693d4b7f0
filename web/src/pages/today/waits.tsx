// What waits for the signature of whoever has signed in.
import { useEffect, useState } from "preact/hooks";
import type { Casefile } from "../../api/casefile";
import { get, type Problem } from "../../api/client";
import type { Due } from "../../api/types";
import { problemFrom } from "../../api/use";
import { Card, Failed, Loading } from "../../parts/page";
import { isPermitted, type Act } from "../../permitted";
import { to } from "../../router";
import { title } from "../../words";
import { kindOf } from "../casefile/kinds";
import { STEPS } from "../casefile/steps";

export interface Waiting {
  casefile: number;
  record: number;
  kind: string;
  what: string; // which vulnerability in which device
  author: string;
  isOwn: boolean; // its author has not signed yet
}

const NUMBER = /^record (\d+)\b/;
const SIGN: Act = "POST /casefiles/{casefile}/signatures meaning=authorship";
const SECOND: Act[] = ["POST /casefiles/{casefile}/signatures meaning=review", "POST /casefiles/{casefile}/signatures meaning=approval"];
const DESIGNATED: Act = "POST /casefiles/{casefile}/signatures meaning=designated_person";

// Of the records that are owed a signature those that this user may give it to now: the author first, then a second person.
export function waitingFor(user: string, roles: readonly string[], owed: Due[], files: Map<number, Casefile>): Waiting[] {
  return owed.flatMap((due) => {
    const file = files.get(due.casefile ?? 0);
    const number = Number(NUMBER.exec(due.says ?? "")?.[1] ?? 0);
    const record = file?.records.find((one) => one.number === number);
    if (!file || !record || record.signatures.some((one) => one.name === user)) return [];
    const isOwn = record.who === user;
    const hasAuthor = record.signatures.some((one) => one.meaning === "authorship");
    const second: Act[] = due.kind === "record_806_20" ? [DESIGNATED] : SECOND;
    const may = isOwn ? isPermitted(roles, SIGN) : hasAuthor && second.some((act) => isPermitted(roles, act));
    return may ? [{ casefile: file.casefile.number, record: number, kind: record.kind, what: `${file.casefile.vulnerability} in ${file.device.name}`, author: record.who, isOwn }] : [];
  });
}

// Reads each casefile in which a signature is owed, once.
export function useWaiting(user: string, roles: readonly string[], dues: Due[] | null): { data: Waiting[] | null; problem: Problem | null } {
  const [files, set] = useState<{ of: string; read: Map<number, Casefile> } | null>(null);
  const [problem, fail] = useState<Problem | null>(null);
  const owed = dues?.filter((one) => one.casefile && NUMBER.test(one.says ?? "")) ?? null;
  const asked = owed ? [...new Set(owed.map((one) => one.casefile ?? 0))].join(" ") : null;
  useEffect(() => {
    if (asked === null) return;
    const stop = new AbortController();
    const numbers = asked.split(" ").filter(Boolean).map(Number);
    Promise.all(numbers.map((number) => get<Casefile>(`/casefiles/${number}`, stop.signal))).then(
      (all) => set({ of: asked, read: new Map(all.map((one) => [one.data.casefile.number, one.data])) }),
      (why: unknown) => !stop.signal.aborted && fail(problemFrom(why)),
    );
    return () => stop.abort();
  }, [asked, dues]);
  return { data: owed && files && files.of === asked ? waitingFor(user, roles, owed, files.read) : null, problem };
}

function stepOf(kind: string): string {
  return STEPS.find((one) => one.kinds.includes(kind))?.id ?? "overview";
}

export function Waits({ of }: { of: ReturnType<typeof useWaiting> }) {
  return (
    <Card title="Waits for your signature" note="What you wrote and have not signed, and what another signed and a second person is to judge" flush={Boolean(of.data?.length)}>
      {of.problem ? (
        <Failed problem={of.problem} />
      ) : of.data === null ? (
        <Loading />
      ) : of.data.length === 0 ? (
        <p class="soft">Nothing.</p>
      ) : (
        <ul>
          {of.data.map((one) => (
            <li key={one.record}>
              <a class="record" href={to("casefiles", one.casefile, stepOf(one.kind))}>
                <span class="name">
                  {kindOf(one.kind)?.says ?? title(one.kind)}, record {one.record}
                </span>
                <span class="soft small">
                  casefile {one.casefile}, {one.what}; {one.isOwn ? "written by you, to be signed by you" : `written and signed by ${one.author}`}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
