// The only way to the server: JSON under /api/v1, errors as problem+json, changes with the session's token.
export const API = "/api/v1";

export interface Problem {
  status: number;
  title: string;
  detail: string;
  remedy?: string; // what helps, a key of remedies.ts
  field?: string; // what is to be stated, by its name in the body
}

export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.problem = problem;
  }
}

export interface Answer<T> {
  data: T;
  etag: string | null;
}

export interface Change {
  etag?: string | null;
  // The same key twice is the same change once: a click that was sent again does nothing more.
  key?: string;
}

let token: string | null = null;
let signedOut: () => void = () => undefined;

export function setToken(value: string | null): void {
  token = value;
}

// Called where the server says that nobody has signed in.
export function onSignedOut(then: () => void): void {
  signedOut = then;
}

const changed = new Set<() => void>();

// Called when a change has been made here. What is handed out ends it.
export function onChanged(then: () => void): () => void {
  changed.add(then);
  return () => changed.delete(then);
}

// The session is being ended here: what would be read anew is nobody's by then.
let leaving = false;

export function isLeaving(): boolean {
  return leaving;
}

async function problemOf(response: Response): Promise<Problem> {
  const plain: Problem = { status: response.status, title: response.statusText || `status ${response.status}`, detail: "" };
  try {
    const told = (await response.json()) as Partial<Problem>;
    return { ...plain, ...told, status: response.status };
  } catch {
    return plain;
  }
}

// How many requests are under way: said on the root element, so that whoever drives the pages knows when all is there.
let asking = 0;

function countAsking(by: number): void {
  asking += by;
  document.documentElement.dataset.asking = String(asking);
}

async function send<T>(method: string, path: string, body?: unknown, change?: Change, signal?: AbortSignal): Promise<Answer<T>> {
  countAsking(1);
  try {
    return await exchange<T>(method, path, body, change, signal);
  } finally {
    countAsking(-1);
  }
}

async function exchange<T>(method: string, path: string, body: unknown, change: Change = {}, signal?: AbortSignal): Promise<Answer<T>> {
  const headers: Record<string, string> = { Accept: "application/json" };
  const init: RequestInit = { method, headers, credentials: "same-origin", cache: "no-cache" };
  if (signal) init.signal = signal;
  if (method !== "GET" && token) headers["X-CSRF-Token"] = token;
  if (method === "POST") headers["Idempotency-Key"] = change.key ?? crypto.randomUUID();
  if (change.etag) headers["If-Match"] = change.etag;
  if (body instanceof Blob) {
    headers["Content-Type"] = body.type || "application/octet-stream";
    init.body = body;
  } else if (body !== undefined) {
    headers["Content-Type"] = "application/json";
    init.body = JSON.stringify(body);
  }
  let response: Response;
  if (path === "/session" && method === "DELETE") leaving = true;
  try {
    response = await fetch(API + path, init);
  } catch (why) {
    if (signal?.aborted) throw why;
    throw new ApiError({ status: 0, title: "The server does not answer", detail: "The connection is gone; nothing was changed." });
  }
  if (!response.ok) {
    if (response.status === 401) signedOut();
    throw new ApiError(await problemOf(response));
  }
  if (path === "/session" && method !== "DELETE") leaving = false; // somebody is there
  if (method !== "GET" && !path.startsWith("/session")) changed.forEach((then) => then());
  const text = response.status === 204 ? "" : await response.text();
  const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
  return { data: (text && isJson ? JSON.parse(text) : text) as T, etag: response.headers.get("ETag") };
}

export const get = <T>(path: string, signal?: AbortSignal) => send<T>("GET", path, undefined, {}, signal);
export const post = <T>(path: string, body?: unknown, change?: Change) => send<T>("POST", path, body, change);
export const put = <T>(path: string, body?: unknown, change?: Change) => send<T>("PUT", path, body, change);
export const patch = <T>(path: string, body?: unknown, change?: Change) => send<T>("PATCH", path, body, change);
export const remove = <T>(path: string, body?: unknown, change?: Change) => send<T>("DELETE", path, body, change);

// "/findings" with what is asked for; nothing of what is empty.
export function query(path: string, asked: Record<string, string | number | boolean | null | undefined>): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(asked))
    if (value !== null && value !== undefined && value !== "" && value !== false) words.set(name, String(value));
  const text = words.toString();
  return path + (text ? (path.includes("?") ? "&" : "?") + text : "");
}

export function part(text: string | number): string {
  return encodeURIComponent(String(text));
}
