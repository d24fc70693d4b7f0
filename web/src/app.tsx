import { useEffect, useState } from "preact/hooks";
import { useKeys } from "./keys";
import { KeyHelp } from "./parts/keyhelp";
import { GROUPS, Nav } from "./parts/nav";
import { Nowhere } from "./parts/nowhere";
import { Loading, Notice } from "./parts/page";
import { Palette } from "./parts/palette";
import { ToastProvider } from "./parts/toast";
import { Tour } from "./parts/tour";
import { TopBar } from "./parts/topbar";
import { followLinks, go, match, usePlace } from "./router";
import { ROUTES, type Route } from "./routes";
import { SessionProvider, useWho } from "./session";

export function App() {
  return (
    <SessionProvider>
      <ToastProvider>
        <Site />
      </ToastProvider>
    </SessionProvider>
  );
}

function routeOf(path: string): { route: Route; params: Record<string, string> } | null {
  for (const route of ROUTES) {
    const params = match(route.path, path);
    if (params) return { route, params };
  }
  return null;
}

function Site() {
  const place = usePlace();
  const who = useWho();
  const found = routeOf(place.path);
  const isOut = who.session !== null && who.session.user === null;
  const mustSetUp = who.session?.second_factor_missing === true && place.path !== "/account";
  useEffect(() => {
    document.addEventListener("click", followLinks);
    return () => document.removeEventListener("click", followLinks);
  }, []);
  useEffect(() => {
    if (isOut && found && !found.route.alone) go(`/sign-in?then=${encodeURIComponent(place.path + location.search)}`, true);
    if (mustSetUp) go("/account", true);
  }, [isOut, mustSetUp, place.path]);

  if (found?.route.alone) {
    const Page = found.route.page;
    return <Page params={found.params} query={place.query} />;
  }
  if (who.loading || isOut || mustSetUp) return <Loading what="Opening aftercare" />;
  return <Frame found={found} path={place.path} query={place.query} />;
}

function Frame({ found, path, query }: { found: ReturnType<typeof routeOf>; path: string; query: URLSearchParams }) {
  const { session } = useWho();
  const [menu, setMenu] = useState(false);
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  const pages = GROUPS.flatMap((group) => group.items).filter((item) => item.keys);
  useKeys({
    "/": () => document.getElementById("find")?.focus(),
    "?": () => setHelp(true),
    "mod+k": () => setPalette(true),
    ...Object.fromEntries(pages.map((item) => [item.keys ?? "", () => go(item.href)])),
  });
  useEffect(() => setMenu(false), [path]);
  const Page = found?.route.page;
  return (
    <>
      <a class="skip" href="#main">
        To the content
      </a>
      <div class="shell">
        <Nav path={path} open={menu} onClose={() => setMenu(false)} />
        <div>
          <TopBar query={path === "/search" ? (query.get("q") ?? "") : ""} onMenu={() => setMenu(true)} onHelp={() => setHelp(true)} />
          <main class="main" id="main" tabIndex={-1}>
            {session?.secret_too_old && path !== "/account" && (
              <Notice tone="warn" icon="lock">
                <p class="strong">Your secret is too old to sign with</p>
                <p>
                  Choose a new one under <a href="/account">Account</a>; until then nothing is signed.
                </p>
              </Notice>
            )}
            {Page ? <Page params={found.params} query={query} /> : <Nowhere />}
          </main>
        </div>
      </div>
      {palette && <Palette onClose={() => setPalette(false)} />}
      <Tour />
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </>
  );
}
