import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import type { CachedPage } from "./cached-page";
import type { Site } from "./pages";
import { openPublisher } from "./publisher";

const site: Site = {
  plans: ["air"],
  documents: ["air"],
  units: ["ecology"],
  tasks: [
    { code: "AIR-01", parentCode: null, plan: "air", document: "air", units: ["ecology"] },
    { code: "AIR-02", parentCode: null, plan: "air", document: "air", units: ["ecology"] },
  ],
};
const page: CachedPage = {
  type: "text/html",
  etag: '"a"',
  plain: Buffer.from("a"),
  gzip: null,
  brotli: null,
};

function open(settling?: { ms: number; atMostMs: number }, quiet = async () => {}) {
  const pages = new Map<string, CachedPage>();
  const rendered: string[] = [];
  const publisher = openPublisher({
    store: {
      get: (path) => pages.get(path),
      paths: () => [...pages.keys()],
      put: async (path, kept) => void pages.set(path, kept),
      remove: async (path) => void pages.delete(path),
    },
    render: async (path) => {
      rendered.push(path);
      return page;
    },
    readSite: async () => site,
    today: async () => "2024-06-12",
    onChange: () => {},
    quiet,
    ...(settling && { settling }),
  });
  return { publisher, rendered, pages };
}

const soon = { timeout: 10_000 };

test("at first everything is rendered without delay, and said to be built", async () => {
  const { publisher, rendered } = open({ ms: 60_000, atMostMs: 60_000 });
  publisher.invalidate("all");
  await vi.waitFor(() => expect(publisher.status().builtAt).not.toBeNull(), soon);
  expect(rendered).toEqual(expect.arrayContaining(["/", "/units/ecology", "/api/v1/tasks"]));
  expect(publisher.status()).toMatchObject({ waiting: 0, failing: [], day: "2024-06-12" });
});

test("while visitors wait, only what people look for first is rendered", async () => {
  let go = () => {};
  const { publisher, rendered } = open(
    { ms: 1, atMostMs: 1 },
    () =>
      new Promise((resolve) => {
        go = resolve;
      }),
  );
  publisher.invalidate({ task: "AIR-01" });
  await vi.waitFor(() => expect(rendered).toContain("/tasks/AIR-01"), soon);
  await sleep(100);
  expect(rendered).not.toContain("/units/ecology");
  publisher.invalidate({ task: "AIR-02" });
  await vi.waitFor(() => expect(rendered).toContain("/tasks/AIR-02"), soon);
  expect(rendered).not.toContain("/units/ecology");
  await vi.waitFor(() => {
    go();
    expect(rendered).toContain("/units/ecology");
  }, soon);
});

test("what people look for first is rendered at once, the rest waits for changes to settle", async () => {
  const { publisher, rendered } = open({ ms: 60_000, atMostMs: 60_000 });
  publisher.invalidate({ task: "AIR-01" });
  await vi.waitFor(() => expect(publisher.status().builtAt).not.toBeNull(), soon);
  const first = ["/", "/plans/air", "/tasks/AIR-01"];
  const both = first.flatMap((path) => [path, path === "/" ? "/en" : `/en${path}`]);
  expect(rendered.sort()).toEqual(both.sort());
  expect(publisher.status().waiting).toBeGreaterThan(0);
});

test("changes that come one after another render the rest once", async () => {
  const { publisher, rendered } = open({ ms: 2_000, atMostMs: 60_000 });
  publisher.invalidate({ task: "AIR-01" });
  await vi.waitFor(() => expect(rendered).toContain("/tasks/AIR-01"), soon);
  publisher.invalidate({ task: "AIR-02" });
  await vi.waitFor(() => expect(rendered).toContain("/api/v1/tasks/AIR-02"), soon);
  await vi.waitFor(() => expect(publisher.status().waiting).toBe(0), soon);
  expect(rendered).toContain("/api/v1/tasks/AIR-01");
  expect(rendered.filter((path) => path === "/units/ecology")).toHaveLength(1);
});

test("changes that never settle do not hold up the rest for ever", async () => {
  const { publisher, rendered } = open({ ms: 60_000, atMostMs: 200 });
  for (let i = 0; i < 500 && !rendered.includes("/units/ecology"); i += 1) {
    publisher.invalidate({ task: "AIR-01" });
    await sleep(20);
  }
  expect(rendered).toContain("/units/ecology");
});

test("a task that has no page and gets none is on no other page either", async () => {
  const { publisher, rendered, pages } = open({ ms: 60_000, atMostMs: 60_000 });
  publisher.invalidate("all");
  await vi.waitFor(() => expect(publisher.status().builtAt).not.toBeNull(), soon);
  rendered.length = 0;
  publisher.invalidate({ task: "AIR-01.1" });
  await sleep(200);
  expect(rendered).toEqual([]);
  expect(publisher.status().waiting).toBe(0);
  pages.set("/tasks/AIR-01.1", page);
  publisher.invalidate({ task: "AIR-01.1" });
  await vi.waitFor(() => expect(rendered).toContain("/tasks/AIR-01.1"), soon);
  expect(publisher.status().waiting).toBeGreaterThan(0);
});
