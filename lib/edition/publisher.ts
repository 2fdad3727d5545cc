import { setTimeout as sleep } from "node:timers/promises";
import type { Day } from "@/lib/domain/calendar/days";
import { log } from "@/lib/log";
import type { CachedPage } from "./cached-page";
import type { PageStore } from "./page-store";
import { type Change, everyPath, type Site, touchedBy } from "./pages";

type Work = {
  store: Pick<PageStore, "get" | "paths" | "put" | "remove">;
  render: (path: string) => Promise<CachedPage | null>;
  readSite: (day: Day) => Promise<Site>;
  today: () => Promise<Day>;
  /** Called before the first page is rendered that a change may have touched. */
  onChange: () => void;
  /** Waits until nobody is kept waiting by a page that nobody looks for first. */
  quiet?: () => Promise<void>;
  /** What people do not look for first is rendered once changes have settled, or have gone on for so long. */
  settling?: { ms: number; atMostMs: number };
};

/** Changes that come together are rendered together. */
const gatherMs = 25;
const retryMs = 5_000;
/** Visitors come first: so many pages at a time. */
const workers = 2;
const settles = { ms: 1_000, atMostMs: 5_000 };

/** Keeps the edition true: renders what a change touches, most looked-for pages first, and everything on a new day. */
export function openPublisher({
  store,
  render,
  readSite,
  today,
  onChange,
  quiet = async () => {},
  settling = settles,
}: Work) {
  const waiting = [new Set<string>(), new Set<string>()] as const;
  const unsettled = new Set<string>();
  let unsettledSince: number | null = null;
  let settledSoon: NodeJS.Timeout | undefined;
  let hurry = () => {};
  const failing = new Set<string>();
  const purges = new Map<string, number>();
  let changes: Change[] = [];
  let isGathering = false;
  let atWork = 0;
  let day: Day | null = null;
  let builtAt: Date | null = null;

  function invalidate(change: Change): void {
    changes.push(change);
    onChange();
    if (!isGathering) void gather();
  }

  async function gather(): Promise<void> {
    isGathering = true;
    await sleep(gatherMs);
    const gathered = changes;
    changes = [];
    isGathering = false;
    try {
      day = await today();
      const site = await readSite(day);
      for (const change of gathered.filter((each) => !isUnseen(each, site))) {
        const { first, later } = touchedBy(change, site);
        queue(first, 0);
        if (change === "all") queue(later, 1);
        else queueSettled(later);
      }
      if (gathered.includes("all")) await removeUnknown(new Set(everyPath(site)));
    } catch (error) {
      log.error({ err: error }, "edition: what changed could not be read");
      day = null;
      await sleep(retryMs, undefined, { ref: false });
      for (const change of gathered) invalidate(change);
    }
  }

  /** Of a task that is not public and has no page, such as a part split off and not told of yet, no page tells. */
  function isUnseen(change: Change, { tasks }: Site): boolean {
    if (builtAt === null || change === "all" || !("task" in change)) return false;
    const isKnown = tasks.some(({ code }) => code === change.task);
    return !isKnown && store.get(`/tasks/${change.task}`) === undefined;
  }

  function queue(paths: readonly string[], place: 0 | 1): void {
    for (const path of paths) if (place === 0 || !waiting[0].has(path)) waiting[place].add(path);
    if (place === 0) hurry();
    while (atWork < workers && waiting[0].size + waiting[1].size > atWork) work();
  }

  function queueSettled(paths: readonly string[]): void {
    for (const path of paths) unsettled.add(path);
    unsettledSince ??= Date.now();
    clearTimeout(settledSoon);
    const left = unsettledSince + settling.atMostMs - Date.now();
    settledSoon = setTimeout(settle, Math.min(settling.ms, left));
    settledSoon.unref();
  }

  function settle(): void {
    const settled = [...unsettled];
    unsettled.clear();
    unsettledSince = null;
    queue(settled, 1);
  }

  async function work(): Promise<void> {
    atWork += 1;
    for (let path = await next(); path !== undefined; path = await next()) await refresh(path);
    atWork -= 1;
    if (atWork === 0) builtAt = new Date();
  }

  async function next(): Promise<string | undefined> {
    if (waiting[0].size === 0 && waiting[1].size > 0) await Promise.race([quiet(), asked()]);
    for (const place of waiting) {
      const [path] = place;
      if (path === undefined) continue;
      place.delete(path);
      return path;
    }
    return undefined;
  }

  /** Resolves when a page comes that people look for first. */
  function asked(): Promise<void> {
    return new Promise((resolve) => {
      hurry = resolve;
    });
  }

  async function refresh(path: string): Promise<void> {
    const purge = purges.get(path);
    try {
      const page = await render(path);
      // What was withdrawn while this was rendered must not come back with it.
      if (purges.get(path) !== purge) return;
      if (page) await store.put(path, page);
      else await store.remove(path);
      failing.delete(path);
    } catch (error) {
      failing.add(path);
      log.error({ err: error, path }, "edition: a page could not be rendered; the old one stays");
    }
  }

  async function removeUnknown(known: ReadonlySet<string>): Promise<void> {
    for (const path of store.paths()) if (!known.has(path)) await store.remove(path);
  }

  /** Removes every page that a change touches from the store at once; they are rendered anew afterwards. */
  async function purge(change: Change): Promise<void> {
    onChange();
    const { first, later } = touchedBy(change, await readSite(await today()));
    for (const path of [...first, ...later]) {
      purges.set(path, (purges.get(path) ?? 0) + 1);
      await store.remove(path);
    }
    onChange();
    queue(first, 0);
    queueSettled(later);
  }

  async function checkDay(): Promise<void> {
    if (day !== null && (await today()) !== day) invalidate("all");
    for (const path of failing) queue([path], 1);
  }

  const status = () => ({
    pages: store.paths().length,
    waiting: waiting[0].size + waiting[1].size + unsettled.size + atWork,
    failing: [...failing],
    day,
    builtAt: builtAt?.toISOString() ?? null,
  });
  return { invalidate, purge, checkDay, status };
}
export type Publisher = ReturnType<typeof openPublisher>;
