// Two providers of OpenID Connect on one port of this machine, for test_oidc.py. Prints the port; ends with its input.
//   /          npm's oidc-provider: whoever comes is signed in there as ext-sam and consents
//   /fake      one whose tokens are what the code asks for: "KIND.NONCE"
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { default: Provider } = await load("oidc-provider");
const jose = await load("jose");
const REDIRECT = "http://127.0.0.1:1/oidc";

const server = createServer();
server.listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const pair = async (alg) => {
  const { publicKey, privateKey } = await jose.generateKeyPair(alg, { extractable: true });
  const kid = `key-${alg}`;
  return { alg, kid, privateKey, jwk: { ...(await jose.exportJWK(publicKey)), kid, alg, use: "sig" } };
};
const rsa = await pair("RS256");
const ec = await pair("ES256");
const stranger = await pair("RS256");
const client = { redirect_uris: [REDIRECT], grant_types: ["authorization_code"], response_types: ["code"] };

const provider = new Provider(issuer, {
  clients: [
    { client_id: "aftercare", client_secret: "a secret: with%signs", ...client },
    { client_id: "public", token_endpoint_auth_method: "none", ...client },
  ],
  jwks: { keys: [{ ...(await jose.exportJWK(rsa.privateKey)), kid: rsa.kid, alg: "RS256", use: "sig" }] },
  cookies: { keys: ["of the tests"] },
  claims: { openid: ["sub"], email: ["email", "email_verified"] },
  conformIdTokenClaims: false,
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: "Sam@Example.org", email_verified: true }) }),
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
});

async function interact(req, res) {
  const { prompt, params, session } = await provider.interactionDetails(req, res);
  if (prompt.name === "login") return provider.interactionFinished(req, res, { login: { accountId: "ext-sam" } });
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  return provider.interactionFinished(req, res, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}

const now = () => Math.floor(Date.now() / 1000);
const unsigned = (claims) => ["{\"alg\":\"none\"}", JSON.stringify(claims)].map((part) => Buffer.from(part).toString("base64url")).join(".") + ".";

// What each kind of code makes of a right token.
async function tokenOf(code) {
  const [kind, nonce] = code.split(".");
  const claims = { iss: `${issuer}/fake`, aud: "aftercare", sub: "ext-sam", nonce, iat: now(), exp: now() + 300 };
  const wrong = {
    nonce: { nonce: "another" },
    "no-nonce": { nonce: undefined },
    audience: { aud: "somebody" },
    "several-audiences": { aud: ["aftercare", "somebody"] },
    party: { azp: "somebody" },
    issuer: { iss: "https://elsewhere.example" },
    expired: { iat: now() - 500, exp: now() - 120 },
    "no-end": { exp: undefined },
    early: { nbf: now() + 600 },
    old: { iat: now() - 7200 },
    "no-subject": { sub: undefined },
    email: { sub: "ext-new", email: "SAM@example.org", email_verified: true },
    "other-email": { sub: "ext-other", email: "sam@example.org", email_verified: true },
    unverified: { sub: "ext-unverified", email: "sam@example.org", email_verified: false },
    stranger: { sub: "ext-nobody" },
  };
  const said = { ...claims, ...wrong[kind] };
  if (kind === "none") return unsigned(said);
  if (kind === "hmac")
    return new jose.SignJWT(said).setProtectedHeader({ alg: "HS256", kid: rsa.kid }).sign(Buffer.from(JSON.stringify(rsa.jwk).padEnd(64)));
  const key = kind === "ec" ? ec : kind === "key" ? { ...stranger, kid: "key-9" } : kind === "forged" ? stranger : rsa;
  const token = await new jose.SignJWT(said).setProtectedHeader({ alg: key.alg, kid: key.kid }).sign(key.privateKey);
  return kind === "altered" ? token.replace(/\.[^.]+\./, `.${Buffer.from(JSON.stringify({ ...said, sub: "root" })).toString("base64url")}.`) : token;
}

async function fake(req, res, path) {
  const answer = (status, body) => {
    res.writeHead(status, { "Content-Type": "application/json" });
    res.end(typeof body === "string" ? body : JSON.stringify(body));
  };
  if (path === "/.well-known/openid-configuration")
    return answer(200, { issuer: `${issuer}/fake`, authorization_endpoint: `${issuer}/fake/auth`, token_endpoint: `${issuer}/fake/token`, jwks_uri: `${issuer}/fake/keys` });
  if (path === "/keys") return answer(200, { keys: [{ kty: "oct", k: "c2VjcmV0", kid: rsa.kid }, rsa.jwk, ec.jwk] });
  let body = "";
  for await (const piece of req) body += piece;
  const code = new URLSearchParams(body).get("code") ?? "";
  if (code.startsWith("redirect.")) {
    res.writeHead(302, { Location: `${issuer}/fake/keys` });
    return res.end();
  }
  if (code.startsWith("long.")) return answer(200, "x".repeat(2_000_000));
  if (code.startsWith("refused.")) return answer(400, { error: "invalid_grant" });
  return answer(200, { id_token: await tokenOf(code), token_type: "Bearer" });
}

const handle = provider.callback();
server.on("request", (req, res) => {
  const fail = (error) => {
    console.error(error);
    res.destroy();
  };
  if (req.url.startsWith("/fake/")) fake(req, res, req.url.slice(5)).catch(fail);
  else if (req.url.startsWith("/interaction/")) interact(req, res).catch(fail);
  else handle(req, res);
});
console.log(server.address().port);
process.stdin.on("end", () => process.exit(0)).resume();
