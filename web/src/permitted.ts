// Which roles may do what: the rows of docs/man/permissions.md that the pages offer, and the one place that answers
// "may I?". The server asks anew; here it is so that nobody fills in a form that will be refused.
import { says } from "./words";

export type Role = "reader" | "security" | "regulatory" | "reviewer" | "designated_person" | "administrator";

const SECURITY: Role[] = ["security"];
const REGULATORY: Role[] = ["regulatory"];
const DAILY: Role[] = ["security", "regulatory"];
const FEEDS: Role[] = ["security", "administrator"];
const FIRM: Role[] = ["regulatory", "administrator"];
const SECOND: Role[] = ["reviewer", "designated_person"];
const CASE = "/casefiles/{casefile}";

const ROLES = {
  "POST /casefiles": DAILY,
  [`POST ${CASE}/advisory`]: DAILY,
  [`POST ${CASE}/reports/{kind}`]: REGULATORY,
  "POST /inspections": REGULATORY,
  "POST /metrics": REGULATORY,
  [`POST ${CASE}/records/assessment`]: DAILY,
  [`POST ${CASE}/records/clock_decision`]: REGULATORY,
  [`POST ${CASE}/records/communication`]: DAILY,
  [`POST ${CASE}/records/control`]: DAILY,
  [`POST ${CASE}/records/correction`]: REGULATORY,
  [`POST ${CASE}/records/distribution`]: DAILY,
  [`POST ${CASE}/records/effectiveness_check`]: DAILY,
  [`POST ${CASE}/records/response`]: DAILY,
  [`POST ${CASE}/records/event`]: DAILY,
  [`POST ${CASE}/records/extension`]: REGULATORY,
  [`POST ${CASE}/records/fix`]: DAILY,
  [`POST ${CASE}/records/installation`]: DAILY,
  [`POST ${CASE}/records/periodic_item`]: REGULATORY,
  [`POST ${CASE}/records/periodic_report`]: REGULATORY,
  [`POST ${CASE}/records/plan`]: DAILY,
  [`POST ${CASE}/records/mdr_item`]: DAILY,
  [`POST ${CASE}/records/mdr_rationale`]: DAILY,
  [`POST ${CASE}/records/premarket_evaluation`]: REGULATORY,
  [`POST ${CASE}/records/report_item`]: REGULATORY,
  [`POST ${CASE}/records/supplement`]: REGULATORY,
  [`POST ${CASE}/records/ssvc`]: DAILY,
  [`POST ${CASE}/records/validation`]: DAILY,
  [`POST ${CASE}/records/vulnerability`]: DAILY,
  [`PUT ${CASE}/rubric`]: DAILY,
  [`POST ${CASE}/attachments`]: ["security", "regulatory", "reviewer", "designated_person"],
  [`POST ${CASE}/signatures meaning=authorship`]: DAILY,
  [`POST ${CASE}/signatures meaning=review`]: ["security", "regulatory", "reviewer", "designated_person"],
  [`POST ${CASE}/signatures meaning=approval`]: SECOND,
  [`POST ${CASE}/signatures meaning=responsibility`]: ["regulatory", "reviewer", "designated_person"],
  [`POST ${CASE}/signatures meaning=designated_person`]: ["designated_person"],
  "POST /signals/{signal}/signatures meaning=authorship": DAILY,
  "POST /signals/{signal}/signatures meaning=review": ["security", "regulatory", "reviewer", "designated_person"],
  "POST /signals/{signal}/signatures meaning=approval": SECOND,
  [`POST ${CASE}/close`]: REGULATORY,
  [`POST ${CASE}/renaming`]: DAILY,
  [`POST ${CASE}/reopening`]: DAILY,
  "POST /signals": DAILY,
  "POST /signals/from-findings": DAILY,
  "POST /signals/{signal}/entries kind=acknowledgement": DAILY,
  "POST /signals/{signal}/entries kind=correspondence": DAILY,
  "POST /signals/{signal}/entries kind=mdr_rationale": DAILY,
  "POST /signals/{signal}/triage": DAILY,
  "POST /signals/{signal}/casefile": DAILY,
  "POST /statements": DAILY,
  "DELETE /statements/{statement}": DAILY,
  "POST /devices": DAILY,
  "PATCH /devices/{device}": DAILY,
  "PUT /devices/{device}/releases/{release}/sbom": DAILY,
  "PATCH /devices/{device}/lots/{lot}": DAILY,
  "POST /devices/{device}/lots": DAILY,
  "POST /feeds/import": FEEDS,
  "POST /feeds/sync": FEEDS,
  "POST /vex": SECURITY,
  "POST /names": SECURITY,
  "DELETE /names/{refusal}": SECURITY,
  "PUT /feeds/{source}/off": SECURITY,
  "DELETE /feeds/{source}/off": SECURITY,
  "POST /aliases": SECURITY,
  "DELETE /aliases/{rule}": SECURITY,
  "PUT /program/firm-telephone": FIRM,
  "PUT /program/check/{question}": ["security", "regulatory", "administrator"],
  "PUT /program/templates/{template}": FIRM,
  "POST /program/policies": FIRM,
  "POST /program/policies/{policy}/approval": SECOND,
} satisfies Record<string, Role[]>;

export type Act = keyof typeof ROLES;

export const ACTS = ROLES as Record<string, Role[]>;

export function recordAct(kind: string): Act {
  return `POST ${CASE}/records/${kind}` as Act;
}

// What is in no row is asked of the server alone.
export function isPermitted(roles: readonly string[], act: Act): boolean {
  return ACTS[act]?.some((role) => roles.includes(role)) ?? true;
}

// Whose it is: "regulatory", "reviewer or designated person".
export function whose(act: Act): string {
  const words = (ACTS[act] ?? []).map((role) => says(role));
  const last = words.pop() ?? "nobody";
  return words.length ? `${words.join(", ")} or ${last}` : last;
}
