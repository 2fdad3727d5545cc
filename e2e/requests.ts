import { readFileSync } from "node:fs";

// Requests as our own pages make them, without a browser: for tests that make thousands.

export const baseUrl = process.env.BASE_URL ?? "http://localhost:3000";
const built = new URL("../.next/server/", import.meta.url);

type Entry = { filename: string; exportedName: string; workers: Record<string, unknown> };
export type ServerAction = { id: string; name: string; path: string };

/** Every server action of the build, by `file#name`, with a page to send it to. */
export function serverActions(): Map<string, ServerAction> {
  const manifest = readFileSync(new URL("server-reference-manifest.json", built), "utf8");
  const { node } = JSON.parse(manifest) as { node: Record<string, Entry> };
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
      const name = `${filename.replace(/^app\/\[locale\]\/\((?:workspace|public)\)\//, "")}#${exportedName}`;
      return [name, { id, name, path: pathOf(Object.keys(workers)[0] ?? "") }];
    }),
  );
}

/** The address of a page by its file, with anything in the place of its parameters. */
export function pathOf(file: string): string {
  const parts = file.replace(/^\/?(app\/)?/, "").split("/");
  const named = parts.filter((part) => !/^(\(.*\)|\[locale\]|page|route)$/.test(part));
  return `/${named.map((part) => part.replace(/^\[.*\]$/, "none")).join("/")}`;
}

/** Signs in as the sign-in page does, and returns the cookies. */
export async function signInByRequest(username: string): Promise<string> {
  const token = await fetch(`${baseUrl}/api/auth/csrf`);
  const { csrfToken } = (await token.json()) as { csrfToken: string };
  const password = process.env.DEMO_PASSWORD ?? "";
  const answer = await fetch(`${baseUrl}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { cookie: cookiesIn(token), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, username, password, json: "true" }),
    redirect: "manual",
  });
  const cookies = cookiesIn(answer);
  if (!cookies.includes("session-token")) throw new Error(`${username} was not let in`);
  return cookies;
}

function cookiesIn(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/**
 * Gets a page or a resource without following where it leads, and reads it to its end: an answer that nobody reads keeps
 * its connection, and an address has only so many.
 */
export async function get(path: string, cookie = ""): Promise<Response> {
  const response = await fetch(`${baseUrl}${path}`, { headers: { cookie }, redirect: "manual" });
  await response.arrayBuffer();
  return response;
}

/**
 * Sends a server action as a page would; gives "allowed", or the code of the refusal. Who is told whom it leaves without
 * anybody (`gaps_made`) goes on all the same.
 */
export async function press(
  action: ServerAction,
  cookie: string,
  input: unknown,
  pagePerson?: string,
): Promise<string> {
  const person = pagePerson ?? (await personOf(cookie));
  const text = await answerTo(action, cookie, [input, person]);
  const told = text.match(/"refusal":\{"code":"gaps_made".*?"told":"(\w+)"/)?.[1];
  if (told && typeof input === "object")
    return saidIn(await answerTo(action, cookie, [{ ...input, acceptsGaps: told }, person]));
  return saidIn(text);
}

function saidIn(text: string): string {
  const refused = text.match(/"refusal":\{"code":"(\w+)"/)?.[1];
  if (refused) return refused;
  return text.includes('"ok":true') ? "allowed" : text.slice(0, 200);
}

const people = new Map<string, Promise<string>>();

/** Whom the pages of a session are made for, as they say it themselves. */
export function personOf(cookie: string): Promise<string> {
  const known = people.get(cookie) ?? readPerson(cookie);
  people.set(cookie, known);
  return known;
}

async function readPerson(cookie: string): Promise<string> {
  if (cookie === "") return "";
  const headers = { cookie };
  const page = await (await fetch(`${baseUrl}/account/password`, { headers })).text();
  return page.match(/\\"pagePerson\\":\\"([0-9a-f-]{36})\\"/)?.[1] ?? "";
}

async function answerTo(action: ServerAction, cookie: string, sent: unknown[]): Promise<string> {
  const response = await fetch(`${baseUrl}${action.path}`, {
    method: "POST",
    headers: {
      cookie,
      "next-action": action.id,
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
      origin: new URL(baseUrl).origin,
    },
    body: JSON.stringify(sent),
  });
  return `${response.status} ${await response.text()}`;
}

/** Runs many requests, so many at once. */
export async function inParallel<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  lanes = 8,
): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const item of left) await work(item);
    }),
  );
}
