import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import type { CachedPage } from "./cached-page";
import { openPublisher } from "./publisher";

const of = (text: string): CachedPage => ({
  type: "text/html",
  etag: `"${text}"`,
  plain: Buffer.from(text),
  gzip: null,
  brotli: null,
});
const place = { plan: "air", document: "air", above: [], units: ["ecology"] };
const ready = ["/", "/plans/air", "/units/ecology", "/tasks/AIR-01"];

type Options = {
  settling?: { ms: number; atMostMs: number };
  quiet?: () => Promise<void>;
  render?: (path: string) => Promise<CachedPage | null>;
};
function open({ settling, quiet, render = async () => of("a") }: Options = {}) {
  const pages = new Map<string, CachedPage>();
  const [rendered, asked, laidAside] = [[] as string[], new Set<string>(), [] as string[]];
  const clock = { day: "2024-06-12" };
  const publisher = openPublisher({
    store: {
      ask(path) {
        asked.add(path);
        return pages.get(path);
      },
      isAskedFor: (path) => asked.has(path),
      paths: () => [...pages.keys()],
      put: async (path, kept) => void pages.set(path, kept),
      async retire(path) {
        if (pages.delete(path)) laidAside.push(path);
      },
      async retireAll() {
        laidAside.push(...pages.keys());
        pages.clear();
      },
      remove: async (path) => void pages.delete(path),
    },
    render: (path) => {
      rendered.push(path);
      return render(path);
    },
    readReady: async () => ready,
    readPlace: async (code) => (code.startsWith("AIR") ? place : null),
    today: async () => clock.day,
    onChange: () => {},
    ...(quiet && { quiet }),
    ...(settling && { settling }),
  });
  const built = () =>
    vi.waitFor(() => expect(publisher.status()).toMatchObject({ waiting: 0 }), soon);
  return { publisher, rendered, pages, asked, laidAside, clock, built };
}

const soon = { timeout: 10_000 };
const never = { ms: 60_000, atMostMs: 60_000 };
afterEach(() => vi.useRealTimers());

/** A rendering that ends when it is told to. */
function held() {
  const begun: ((page: CachedPage | null) => void)[] = [];
  const render = () => new Promise<CachedPage | null>((resolve) => begun.push(resolve));
  return { begun, render };
}

test("at first what people look for is rendered without delay, and nothing else until it is asked for", async () => {
  const { publisher, rendered, built, pages } = open({ settling: never });
  publisher.invalidate("all");
  await vi.waitFor(() => expect(publisher.status().builtAt).not.toBeNull(), soon);
  expect(rendered).toEqual(ready);
  await built();
  expect(publisher.status()).toMatchObject({ failing: [], day: "2024-06-12" });
  expect((await publisher.demand("/tasks/AIR-02"))?.plain.toString()).toBe("a");
  await vi.waitFor(() => expect(pages.has("/tasks/AIR-02")).toBe(true), soon);
});

test("who asks for a page while it is rendered gets the same, and one that is not there is not kept", async () => {
  const { begun, render } = held();
  const { publisher, rendered, pages } = open({ render });
  const both = [publisher.demand("/tasks/AIR-02"), publisher.demand("/tasks/AIR-02")];
  begun[0]?.(null);
  expect(await Promise.all(both)).toEqual([null, null]);
  expect(rendered).toEqual(["/tasks/AIR-02"]);
  expect(pages.size).toBe(0);
});

test("a change lays aside what nobody looks at, and what is rendered meanwhile goes to nobody after it", async () => {
  const { begun, render } = held();
  const { publisher, pages, laidAside } = open({ render, settling: never });
  pages.set("/tasks/AIR-02", of("old"));
  const begunBefore = publisher.demand("/api/v1/tasks");
  publisher.invalidate({ task: "AIR-02" });
  await vi.waitFor(() => expect(laidAside).toEqual(["/tasks/AIR-02"]), soon);
  const begunAfter = publisher.demand("/api/v1/tasks");
  begun[0]?.(of("before"));
  expect((await begunBefore)?.plain.toString()).toBe("before");
  await sleep(20);
  expect(pages.has("/api/v1/tasks")).toBe(false);
  begun.at(-1)?.(of("after"));
  for (const go of begun) go(of("after"));
  expect((await begunAfter)?.plain.toString()).toBe("after");
  await vi.waitFor(() => expect(pages.get("/api/v1/tasks")?.plain.toString()).toBe("after"), soon);
});

test("what was asked for lately is not shown as it was, and soon ready again", async () => {
  const { begun, render } = held();
  const { publisher, rendered, pages, asked, laidAside } = open({ render, settling: never });
  pages.set("/tasks/AIR-02", of("old"));
  asked.add("/tasks/AIR-02");
  publisher.invalidate({ task: "AIR-02" });
  await vi.waitFor(() => expect(laidAside).toEqual(["/tasks/AIR-02"]), soon);
  await vi.waitFor(() => {
    for (const go of begun.splice(0)) go(of("new"));
    expect(rendered).toContain("/tasks/AIR-02");
    expect(pages.get("/tasks/AIR-02")?.plain.toString()).toBe("new");
  }, soon);
});

test("what is kept ready stays as it was until it is rendered anew", async () => {
  const { begun, render } = held();
  const { publisher, pages, laidAside } = open({ render, settling: never });
  pages.set("/", of("old"));
  publisher.invalidate("all");
  await vi.waitFor(() => expect(begun.length).toBeGreaterThan(0), soon);
  expect(laidAside).toEqual(["/"]);
  pages.set("/", of("old"));
  publisher.invalidate({ task: "AIR-02" });
  await sleep(100);
  expect(pages.get("/")?.plain.toString()).toBe("old");
});

test("when the day turns no page of the day before is answered, and what is rendered meanwhile is not kept", async () => {
  const { begun, render } = held();
  const { publisher, pages, laidAside, clock } = open({ render });
  publisher.invalidate("all");
  await vi.waitFor(() => expect(begun.length).toBe(2), soon);
  pages.set("/tasks/AIR-02", of("yesterday"));
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(Date.now() + 86_400_000);
  clock.day = "2024-06-13";
  publisher.keepDay();
  expect([...pages]).toEqual([]);
  expect(laidAside).toEqual(["/tasks/AIR-02"]);
  expect(publisher.status().day).toBe("2024-06-13");
  for (const go of begun.splice(0)) go(of("yesterday"));
  await sleep(20);
  expect([...pages]).toEqual([]);
  publisher.keepDay();
  await vi.waitFor(() => {
    for (const go of begun.splice(0)) go(of("today"));
    expect([...pages.keys()].sort()).toEqual([...ready].sort());
  }, soon);
  for (const page of pages.values()) expect(page.plain.toString()).toBe("today");
});

test("when a demo's clock is moved no page of another day stays either", async () => {
  const { publisher, pages, laidAside, clock, built } = open();
  publisher.invalidate("all");
  await vi.waitFor(() => expect(pages.size).toBe(ready.length), soon);
  await built();
  pages.set("/tasks/AIR-02", of("a day before"));
  clock.day = "2024-07-12";
  publisher.invalidate("all");
  await vi.waitFor(() => expect(laidAside).toContain("/tasks/AIR-02"), soon);
});

test("what is withdrawn is gone at once, and does not come back with what was begun before", async () => {
  const { begun, render } = held();
  const { publisher, pages } = open({ render, settling: never });
  for (const path of ["/tasks/AIR-02", "/units/ecology"]) pages.set(path, of("withdrawn"));
  const before = publisher.demand("/en/tasks/AIR-02");
  await publisher.purge("AIR-02");
  expect([...pages]).toEqual([]);
  begun[0]?.(of("withdrawn"));
  await before;
  await sleep(20);
  expect([...pages]).toEqual([]);
});

test("while visitors wait, only what people look for first is rendered", async () => {
  let go = () => {};
  const quiet = () => new Promise<void>((resolve) => (go = resolve));
  const { publisher, rendered } = open({ settling: { ms: 1, atMostMs: 1 }, quiet });
  publisher.invalidate({ task: "AIR-01" });
  await vi.waitFor(() => expect(rendered).toContain("/tasks/AIR-01"), soon);
  await sleep(100);
  expect(rendered).not.toContain("/units/ecology");
  rendered.length = 0;
  publisher.invalidate({ task: "AIR-01" });
  await vi.waitFor(() => expect(rendered).toContain("/tasks/AIR-01"), soon);
  expect(rendered).not.toContain("/units/ecology");
  await vi.waitFor(() => {
    go();
    expect(rendered).toContain("/units/ecology");
  }, soon);
});

test("what people look for first is rendered at once, the rest waits for changes to settle", async () => {
  const { publisher, rendered } = open({ settling: never });
  publisher.invalidate({ task: "AIR-01" });
  await vi.waitFor(() => expect(publisher.status().builtAt).not.toBeNull(), soon);
  expect(rendered.sort()).toEqual(["/", "/plans/air", "/tasks/AIR-01"]);
  expect(publisher.status().waiting).toBeGreaterThan(0);
});

test("changes that come one after another render the rest once", async () => {
  const { publisher, rendered, built } = open({ settling: { ms: 2_000, atMostMs: 60_000 } });
  publisher.invalidate({ task: "AIR-01" });
  await vi.waitFor(() => expect(rendered).toContain("/tasks/AIR-01"), soon);
  publisher.invalidate({ task: "AIR-02" });
  await vi.waitFor(() => expect(rendered).toContain("/units/ecology"), soon);
  await built();
  expect(rendered.filter((path) => path === "/units/ecology")).toHaveLength(1);
});

test("changes that never settle do not hold up the rest for ever", async () => {
  const { publisher, rendered } = open({ settling: { ms: 60_000, atMostMs: 200 } });
  for (let i = 0; i < 500 && !rendered.includes("/units/ecology"); i += 1) {
    publisher.invalidate({ task: "AIR-01" });
    await sleep(20);
  }
  expect(rendered).toContain("/units/ecology");
});

test("a task that is not public is on no page", async () => {
  const { publisher, rendered } = open({ settling: never });
  publisher.invalidate({ task: "SECRET-01" });
  await sleep(200);
  expect(rendered).toEqual([]);
  expect(publisher.status().waiting).toBe(0);
});
