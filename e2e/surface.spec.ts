import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { type Permission, permissions } from "@/lib/domain/people/permissions";
import { type Role, roles } from "@/lib/domain/people/roles";
import { actions, type Door, routes } from "./policy";
import {
  baseUrl,
  get,
  inParallel,
  pathOf,
  personOf,
  press,
  serverActions,
  signInByRequest,
} from "./requests";

const manifest = new URL("../.next/app-path-routes-manifest.json", import.meta.url);
const built: Record<string, string> = JSON.parse(readFileSync(manifest, "utf8"));
const accounts: Record<Role, string> = {
  official: "ecology-official",
  head: "ecology-head",
  supervisor: "supervisor-1",
  director: "director",
  leader: "leader",
  system_admin: "system-admin",
  security_admin: "security-admin",
  audit_admin: "audit-admin",
  auditor: "auditor",
};
const isClosed = (door: Door) => door !== "everybody";
const mayHold = (role: Role, door: Door) =>
  door === "everybody" ||
  door === "signed in" ||
  (permissions[door as Permission].roles as readonly Role[]).includes(role);

test("every route and every action of the build is in the policy, and nothing else", () => {
  expect(Object.keys(routes).sort()).toEqual([...new Set(Object.values(built))].sort());
  expect(Object.keys(actions).sort()).toEqual([...serverActions().keys()].sort());
});

test("nobody signed in gets behind a door that is not for everybody", async () => {
  for (const [route, door] of Object.entries(routes)) {
    if (!isClosed(door)) continue;
    const response = await get(pathOf(route));
    const leadsTo = response.headers.get("location") ?? "";
    const isShut = leadsTo.includes("/sign-in") || [401, 403, 404, 405].includes(response.status);
    expect([route, isShut], `${route}: ${response.status} ${leadsTo}`).toEqual([route, true]);
  }
  for (const [name, door] of Object.entries(actions)) {
    const action = serverActions().get(name);
    if (!action || !isClosed(door)) continue;
    expect([name, await press(action, "", {})]).toEqual([name, "session_expired"]);
  }
});

test("another site's page can do nothing in a signed-in person's name", async () => {
  const cookie = await signInByRequest("system-admin");
  const elsewhere = { cookie, origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  const send = (path: string, method: string, headers: Record<string, string> = {}) =>
    fetch(`${baseUrl}${path}`, {
      method,
      headers: { ...elsewhere, ...headers },
      body: method === "POST" ? "[{}]" : null,
      redirect: "manual",
    });
  for (const [name, { id, path }] of serverActions()) {
    const { status } = await send(path, "POST", { "next-action": id });
    expect([name, status]).toEqual([name, 403]);
  }
  const writing = [
    ["POST", "/api/auth/callback/credentials"],
    ["POST", "/api/auth/signout"],
    ["POST", "/api/evidence"],
    ["DELETE", "/api/evidence/none"],
    ["POST", "/api/imports"],
    ["POST", "/api/imports/none"],
    ["POST", "/api/sheets"],
    ["POST", "/api/sheets/none"],
    ["POST", "/api/subscriptions"],
  ] as const;
  for (const [method, path] of writing)
    expect([path, (await send(path, method)).status]).toEqual([path, 403]);
});

test("what comes from a page that was made for somebody else is refused", async () => {
  const cookie = await signInByRequest("system-admin");
  const another = await personOf(await signInByRequest("supervisor-1"));
  expect(another).not.toBe(await personOf(cookie));
  for (const [name, door] of Object.entries(actions)) {
    const action = serverActions().get(name);
    if (!action || !isClosed(door)) continue;
    for (const person of [another, ""])
      expect([name, await press(action, cookie, {}, person)]).toEqual([name, "other_person"]);
  }
});

test("a role that cannot hold a permission is refused before its input is looked at", async () => {
  test.setTimeout(180_000);
  await inParallel(roles, async (role) => {
    const cookie = await signInByRequest(accounts[role]);
    for (const [name, door] of Object.entries(actions)) {
      const action = serverActions().get(name);
      if (!action || !isClosed(door)) continue;
      const expected = mayHold(role, door) ? "invalid_input" : "not_allowed";
      expect([role, name, await press(action, cookie, {})]).toEqual([role, name, expected]);
    }
  });
});

test("a role that cannot hold a permission finds nothing at its pages", async () => {
  test.setTimeout(180_000);
  await inParallel(roles, async (role) => {
    const cookie = await signInByRequest(accounts[role]);
    for (const [route, door] of Object.entries(routes)) {
      if (!isClosed(door) || mayHold(role, door)) continue;
      const { status } = await get(pathOf(route), cookie);
      const isShut = [401, 403, 404, 405].includes(status);
      expect([role, route, isShut], `${role} ${route}: ${status}`).toEqual([role, route, true]);
    }
  });
});
