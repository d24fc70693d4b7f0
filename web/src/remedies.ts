// What helps where the server refuses something: its word, and what the pages say and link instead of a command.
export interface Remedy {
  says: string;
  href?: string; // the page where it is done; none: it is done where one is, or by whoever runs the server
  link?: string;
}

export const REMEDIES: Record<string, Remedy> = {
  aliases: { says: "The rules that there are stand under Sources.", href: "/sources", link: "Sources" },
  "amend-806": { says: "What has changed since goes out as an amendment.", href: "/reports/806-amendment", link: "806 amendment" },
  attach: { says: "Keep the file with the casefile first: Attachments, in its step Verify." },
  "backup-folder": { says: "Whoever starts the server names a folder for backups when starting it." },
  casefiles: { says: "All that are open or closed stand in the list.", href: "/casefiles", link: "Casefiles" },
  consignees: { says: "All that are known stand in the list.", href: "/consignees", link: "Consignees" },
  controls: { says: "The catalogue stands in the programme.", href: "/program/controls", link: "Controls" },
  coverage: { says: "Which they are stands under Components.", href: "/components?state=not_matchable", link: "What no source can see" },
  devices: { says: "All that are registered stand in the list.", href: "/devices", link: "Devices" },
  evidence: { says: "A list of the files that were compiled is taken by the API, or at the terminal of the server." },
  extend: { says: "Record the extension in the casefile, in the step Notify." },
  "force-unknown": { says: "Decide on a finding that is in the list, or import the record or the SBOM that names it.", href: "/findings", link: "Findings" },
  lots: { says: "Lots stand with their release.", href: "/devices", link: "Devices" },
  match: { says: "Whoever runs the server has the matches made anew; until then findings cannot be shown." },
  names: { says: "All that are refused stand under Sources.", href: "/sources", link: "Sources" },
  "new-secret": { says: "Choose a new one under Account.", href: "/account", link: "Account" },
  "not-reportable": { says: "State it in the casefile, in the step Verify." },
  policies: { says: "Every version stands in the programme.", href: "/program/policy", link: "Policy" },
  profile: { says: "Name and name space of the firm are stated in the programme.", href: "/program", link: "Programme" },
  proposals: { says: "What suppliers say that nobody has confirmed stands among the findings.", href: "/findings", link: "Findings" },
  provider: { says: "Sign in with your name and secret; whoever starts the server may set a provider up." },
  reopen: { says: "Open it again first, with the reason: at the end of the casefile, under Close." },
  rubric: { says: "Answer its questions first, in the step Assess of the casefile." },
  sbom: { says: "An SBOM is handed in at the release it is of.", href: "/devices", link: "Devices" },
  "second-factor": { says: "Set one up under Account.", href: "/account", link: "Account" },
  sign: { says: "Each approver signs the record, with Sign beside it." },
  "sign-in": { says: "Sign in, and do it again.", href: "/sign-in", link: "Sign in" },
  "signal-accept": { says: "Triage the signal as accepted; that takes the other word back.", href: "/signals", link: "Signals" },
  signals: { says: "All that came in stand in the list.", href: "/signals", link: "Signals" },
  sources: { says: "All that were imported stand under Sources.", href: "/sources", link: "Sources" },
  "state-firm": { says: "Firm and representative are stated in the programme; other items in the step Notify of the casefile.", href: "/program", link: "Programme" },
  "state-item": { says: "State it in the step Notify of the casefile, as an item of the 806 report." },
  "state-mdr": { says: "State it in the step Verify of the casefile, as an item of the device report; the event, its complaint, the device and the firm where they stand." },
  "state-versions": { says: "Import the SBOM at the release.", href: "/devices", link: "Devices" },
  templates: { says: "All stand in the programme.", href: "/program/templates", link: "Templates" },
  users: { says: "An administrator enrols people.", href: "/admin", link: "Users" },
  vex: { says: "What suppliers stated stands under Sources.", href: "/sources", link: "Sources" },
};
