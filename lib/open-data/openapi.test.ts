import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ask, handlers } from "@/app/api/v1/ask.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { describeApi } from "./openapi";
import { operations } from "./operations";
import { refusalSchema } from "./schemas";

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
  vi.stubEnv("PUBLIC_URL", "https://tz.example");
  db = await testDatabase();
});
afterAll(() => db.close());

test("the description is valid OpenAPI and names every door of the interface", async () => {
  const { valid, errors } = await new Validator().validate(
    JSON.parse(JSON.stringify(describeApi())),
  );
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(operations.map(({ path }) => path).sort()).toEqual(Object.keys(handlers).sort());
});

const examples = operations.flatMap((operation) =>
  operation.examples.map((example) => [example, operation] as const),
);
test.each(examples)(
  "%s responds as it is described",
  async (example, { body: described, type }) => {
    const response = await ask(`/api/v1${example}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(`${type}; charset=utf-8`);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const body = type === "text/csv" ? await response.text() : await response.json();
    expect(described.parse(body)).toEqual(body);
  },
);

test("every task is described, whatever its state", async () => {
  const { body: described } = operations.find(({ id }) => id === "getTask") ?? {};
  const { tasks } = await (await ask("/api/v1/tasks?limit=500")).json();
  expect(tasks).toHaveLength(119);
  for (const { code } of tasks) {
    const body = await (await ask(`/api/v1/tasks/${code}`)).json();
    expect(described?.parse(body)).toEqual(body);
  }
}, 90_000);

const lists = ["plans?limit=2", "tasks?order=due&limit=25", "units?limit=20", "changes?limit=30"];
test.each(lists)("/api/v1/%s leads on to all that there is, each once", async (path) => {
  const name = path.split("?")[0] as "plans" | "tasks" | "units" | "changes";
  const whole = await (await ask(`/api/v1/${path.replace(/limit=\d+/, "limit=500")}`)).json();
  expect(whole.next).toBeNull();
  const found: unknown[] = [];
  for (let at: string | null = `https://tz.example/api/v1/${path}`; at !== null; ) {
    const response: Response = await ask(at);
    const body = await response.json();
    expect(body.total).toBe(whole.total);
    found.push(...body[name]);
    expect(response.headers.get("link")).toBe(body.next && `<${body.next}>; rel="next"`);
    at = body.next;
  }
  expect(found).toEqual(whole[name]);
  if (name !== "changes") expect(found).toHaveLength(whole.total);
});

test.each([
  ["tasks?light=purple", ["light"]],
  ["tasks?plan=none", ["plan"]],
  ["tasks.csv?from=2024-02-30&unit=%00", ["unit", "from"]],
  ["tasks?asof=2099-01-01", ["asof"]],
  ["plans?asof=yesterday", ["asof"]],
  ["tasks/AIR-01?asof=2000-01-01", ["asof"]],
  ["units?asof=1", ["asof"]],
  ["tasks?limit=501", ["limit"]],
  ["tasks?after=NO-1", ["after"]],
  ["plans?limit=0", ["limit"]],
  ["catalog.jsonld?after=moon", ["after"]],
  ["plans?after=none", ["after"]],
  ["units?after=none", ["after"]],
  ["units?limit=501", ["limit"]],
  ["changes?after=AIR-01", ["after"]],
  ["changes?since=2099-01-01", ["since"]],
  ["changes?until=2099-01-01&since=no", ["until", "since"]],
])("%s is refused and says why", async (path, parameters) => {
  const response = await ask(`/api/v1/${path}`);
  expect(response.status).toBe(400);
  const refusal = refusalSchema.parse(await response.json());
  expect(refusal).toMatchObject({ error: "bad_request", parameters });
  for (const name of parameters) expect(refusal.message).toContain(name);
});

test("what is not there is 404; without a database it is 503 and says nothing of why", async () => {
  for (const code of ["NO-1", "%00", "AIR-01'--"])
    expect((await ask(`/api/v1/tasks/${code}`)).status).toBe(404);
  const { closeDatabase } = await import("@/db/client");
  await closeDatabase();
  const url = process.env.DATABASE_URL;
  process.env.DATABASE_URL = "postgresql://nobody:secret@127.0.0.1:1/none";
  const response = await ask("/api/v1/tasks");
  expect(response.status).toBe(503);
  expect(await response.text()).not.toMatch(/secret|127\.0\.0\.1/);
  await closeDatabase();
  process.env.DATABASE_URL = url;
});

test("the catalogue holds a data set for all tasks and one for each plan, with absolute addresses", async () => {
  const catalog = await (await ask("/api/v1/catalog.jsonld")).json();
  const sets = catalog["dcat:dataset"];
  expect(sets).toHaveLength(7);
  for (const set of sets) {
    expect(set["dcat:distribution"]).toHaveLength(4);
    for (const each of set["dcat:distribution"])
      expect(each["dcat:downloadURL"]["@id"]).toMatch(/^https:\/\/tz\.example\//);
  }
  const parts = [];
  for (let at: string | null = "/api/v1/catalog.jsonld?limit=4"; at !== null; ) {
    const { "dcat:dataset": own, next } = await (await ask(at)).json();
    parts.push(...own);
    at = next;
  }
  expect(parts).toEqual(sets);
});

test("a day that is over is shown as it stood", async () => {
  const on = async (day: string) => (await ask(`/api/v1/tasks?asof=${day}`)).json();
  const [earlier, now] = [await on("2024-04-10"), await (await ask("/api/v1/tasks")).json()];
  expect(earlier.asOf).toBe("2024-04-10");
  const percents = ({ tasks }: { tasks: { percent: number | null }[] }) =>
    tasks.filter(({ percent }) => percent !== null).length;
  expect(percents(earlier)).toBeLessThan(percents(now));
});
