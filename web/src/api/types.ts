// The documents of the API: the same that `--format json` prints (docs/man).
export type Facts = Record<string, unknown>;

export interface Device {
  id: number;
  name: string;
  common_name: string | null;
  class: string | null;
  pathway: string | null;
  product_code: string | null;
  udi_di: string | null;
  support: string | null;
}

export interface DeviceProfile {
  id: number;
  name: string;
  releases: { version: string; units: number | null }[];
  consignees: number;
  units_shipped: number;
  units_returned: number;
  [stated: string]: unknown;
}

export interface Release {
  id: number;
  version: string;
  units: number | null;
  units_in_lots: number | null;
  units_held: number | null;
  released_on: string | null;
  sbom: boolean;
}

export interface Score {
  source: string;
  vector: string;
  score: number;
  severity: string;
}

export interface ComponentName {
  name: string;
  version: string | null;
  purl: string | null;
  cpe: string | null;
}

export interface Statement {
  id: number | null;
  origin: string;
  standing: string;
  scope: string;
  status: string;
  justification: string | null;
  impact_statement: string | null;
  action_statement: string | null;
  reason: string | null;
  evidence: string | null;
  by: string | null;
  document: string | null;
  made: string | null;
  from: string | null;
  until: string | null;
}

export interface Finding {
  device: string;
  release: string;
  vulnerability: string;
  aliases: string[];
  component: ComponentName;
  tier: string;
  state: string;
  source: string;
  trace: string[];
  other_sources: string[];
  others: { source: string; state: string; tier: string; why: string }[];
  cvss: Score[];
  kev: boolean; // in CISA's catalogue
  exploited_in: string[]; // lists that say that it is exploited
  epss: number | null;
  fixed_in: string[];
  published: string | null;
  summary: string;
  matched_state?: string;
  statement?: Statement | null;
  other_statements?: Statement[];
}

export interface Due {
  due: string | null;
  state: string;
  kind: string;
  to: string;
  cites: string;
  casefile?: number;
  signal?: number;
  vulnerability: string;
  device: string;
  report_806_due_if_lapsed: string | null; // of the casefile, while FDA's discretion is provisional
  until: string | null; // of what is kept alone
  says: string | null;
}

export interface Feed {
  source: string;
  records: number;
  newest: string | null;
  imported: string | null;
  off?: { since: string; by: string; why: string }; // a person has turned it off: what it says is not counted
}

export interface NameSaid {
  source: string;
  record: string;
  name: string; // what the record says that it is the same as
  refused: { number: number; at: string; by: string; why: string } | null;
}

export interface Provider {
  provider: string;
  kind: string;
  url: string;
  asked?: string;
  done?: string; // last without a failure
  failing_since?: string;
  failure?: string;
}

export interface Providers {
  fetches: "never" | "asked" | "by_the_clock";
  every_hours: number | null;
  now: { provider: string; url: string; documents: number } | null; // what is being fetched
  items: Provider[];
}

export interface Life {
  product: string;
  cycle: string;
  distribution: boolean; // that the package was built for
  ended: boolean;
  end_of_support: string | null;
  end_of_life: string | null;
  end_of_extended_support: string | null;
  source: string;
}

export interface CoverageComponent extends ComponentName {
  lifecycle?: Life[]; // only where a table of life cycles knows it
  releases: number;
  state: string;
  why: string | null;
  seen_by: { source: string; by: string; package: string; through: string | null; records: number; ranges: number }[];
}

export interface Coverage {
  at: string;
  totals: { components: number; seen: number; no_records: number; not_served: number; not_matchable: number; matchable_percent: number };
  components: CoverageComponent[];
  sources: Facts[];
  imports: { feed: string; imported: string; skipped: number; last_reasons: string[] }[];
  without_sbom: Facts[];
}

export interface Where {
  device: string;
  release: string;
  units: number | null;
  component: string;
  version: string | null;
  vulnerability: string | null;
  state: string | null;
  trace: string | null;
}

export interface Metrics {
  from: string;
  to: string;
  findings: {
    name: string;
    identified: number;
    patched: number;
    dealt_with: number;
    m1: number | null;
    m1b: number | null;
    m1_flow: number | null;
    m2: { mean: number | null; median: number | null; least: number | null; most: number | null; n: number };
    m2_estimate: number | null; // null: not reached
    open: number;
    oldest?: number; // where something is open
  }[];
  m3: { mean: number | null; median: number | null; n: number };
  rate: number | null; // of known units, by the plan's target day
  updates: Facts[];
  programme: { id: string; name: string; value: string; basis: string }[];
  definitions: { id: string; name: string; says: string }[];
}

export interface Program {
  profile_version: number;
  profile: { name?: string; address?: string; telephone?: string; fei?: string; contacts?: string[]; security_contact?: string; advisory_url?: string; signatures_certified_on?: string };
  firm: Facts;
  time_zone: string;
  designated_persons: unknown[];
  isao: { name: string; active_member: boolean; ended: boolean; criteria: { criterion: number; says: string; has_evidence: boolean; on: string | null; held_since: string | null; counts_from: string | null }[] } | null;
  policy_number: number;
  policy_version: string;
  acknowledge_within_days: number;
  templates: { name: string; version: number }[];
}

export interface PolicyQuestion {
  question: string;
  asks: string;
  key: string;
  answer: string;
  default: string;
  chosen: boolean;
}

export interface CheckQuestion {
  id: string;
  part: string;
  cites: string;
  asks: string;
  answer: string | null;
  evidence: string;
  owner: string;
  on: string | null;
  next_step: string;
  computed: string | null;
  speaks_against: boolean;
}

export interface User {
  name: string;
  full_name: string;
  roles: string; // "security, regulatory"
  state: string; // "active" or "disabled", as it was set
  standing: string; // what it comes to: "locked", "not yet signed in"
  second_factor: boolean;
  attested_by: string;
  secret_since?: string;
  secret_too_old: boolean; // it may not sign any more
  signed_in_on?: string;
  unused: boolean;
  attested_on?: string;
  training: string;
  training_until?: string;
}

export interface Session {
  user: string | null; // null: nobody has signed in
  full_name?: string;
  roles?: string[];
  csrf_token?: string;
  idle_minutes?: number;
  most_hours?: number; // after which a session ends in any case
  secret_too_old?: boolean; // nothing is signed until a new one is chosen
  security_events?: number; // since the last sign-in, for administrators
  wants_code?: boolean; // the secret is right, and the code of the second factor is missing
  second_factor?: boolean;
  second_factor_missing?: boolean; // a role asks for one: nothing else is let through
  recovery_codes?: number; // that are left
  version?: string;
  stale_after_days?: number | null; // of a source's newest record; null: none is called old
  provider?: string | null; // where one may sign in too
  first_start?: boolean; // the store has no user yet
  statement?: string; // of accountability, accepted at the first sign-in
}

// What begins with some letters, or has them in what it is about: at most 20 of each.
export interface Found {
  devices: { id: number; name: string }[];
  vulnerabilities: { name: string }[];
  components: { id: number; name: string; version: string | null }[];
  casefiles: { casefile: number; title: string; vulnerability: string; device: string }[];
  signals: { signal: number; summary: string }[];
}
