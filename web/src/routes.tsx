// Every view and its address: a row each, the first that fits.
import type { ComponentType } from "preact";
import { Casefile } from "./pages/casefile/casefile";
import { Casefiles } from "./pages/casefiles";
import { Findings } from "./pages/findings/findings";
import { Today } from "./pages/today";

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
  { path: "/findings", page: Findings },
  { path: "/findings/:device/:release/:vulnerability", page: Findings },
  { path: "/casefiles", page: Casefiles },
  { path: "/casefiles/:number", page: Casefile },
  { path: "/casefiles/:number/:step", page: Casefile },
];
