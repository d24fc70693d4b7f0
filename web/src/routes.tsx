// Every view and its address: a row each, the first that fits.
import type { ComponentType } from "preact";
import { Account } from "./pages/account";
import { Admin } from "./pages/admin/admin";
import { Disclose } from "./pages/alone/disclose";
import { First } from "./pages/alone/first";
import { Provider } from "./pages/alone/provider";
import { SignIn } from "./pages/alone/signin";
import { Casefile } from "./pages/casefile/casefile";
import { Casefiles } from "./pages/casefiles";
import { ComponentPage } from "./pages/component";
import { Components } from "./pages/components";
import { Consignees } from "./pages/consignees";
import { DevicePage } from "./pages/devices/device";
import { Devices } from "./pages/devices/devices";
import { ReleasePage } from "./pages/devices/release";
import { Due } from "./pages/due";
import { Findings } from "./pages/findings/findings";
import { Measures } from "./pages/measures";
import { ProgramPage } from "./pages/program/program";
import { Publish } from "./pages/publish";
import { Reports } from "./pages/reports";
import { Search } from "./pages/search";
import { SignalPage } from "./pages/signals/signal";
import { Signals } from "./pages/signals/signals";
import { Sources } from "./pages/sources";
import { Today } from "./pages/today";
import { Trail } from "./pages/trail";
import { VulnerabilityPage } from "./pages/vulnerability";

export interface PageProps {
  params: Record<string, string>;
  query: URLSearchParams;
}

export interface Route {
  path: string;
  page: ComponentType<PageProps>;
  alone?: boolean; // without the frame, and for people who have not signed in
}

export const ROUTES: Route[] = [
  { path: "/", page: Today },
  { path: "/signals", page: Signals },
  { path: "/signals/:number", page: SignalPage },
  { path: "/findings", page: Findings },
  { path: "/findings/:device/:release/:vulnerability", page: Findings },
  { path: "/vulnerabilities/:id", page: VulnerabilityPage },
  { path: "/casefiles", page: Casefiles },
  { path: "/casefiles/:number", page: Casefile },
  { path: "/casefiles/:number/:step", page: Casefile },
  { path: "/due", page: Due },
  { path: "/devices", page: Devices },
  { path: "/devices/:device", page: DevicePage },
  { path: "/devices/:device/releases/:release", page: ReleasePage },
  { path: "/consignees", page: Consignees },
  { path: "/components", page: Components },
  { path: "/components/:component", page: ComponentPage },
  { path: "/sources", page: Sources },
  { path: "/publish", page: Publish },
  { path: "/publish/:number", page: Publish },
  { path: "/reports", page: Reports },
  { path: "/reports/:kind", page: Reports },
  { path: "/measures", page: Measures },
  { path: "/program", page: ProgramPage },
  { path: "/program/:tab", page: ProgramPage },
  { path: "/trail", page: Trail },
  { path: "/admin", page: Admin },
  { path: "/admin/:tab", page: Admin },
  { path: "/account", page: Account },
  { path: "/search", page: Search },
  { path: "/sign-in", page: SignIn, alone: true },
  { path: "/oidc", page: Provider, alone: true },
  { path: "/first", page: First, alone: true },
  { path: "/disclose", page: Disclose, alone: true },
];
