import { setTimeout as sleep } from "node:timers/promises";
import { addDays, type Day, dayIn, endOfDay } from "@/lib/domain/calendar/days";
import { log } from "@/lib/log";
import type { CachedPage } from "./cached-page";
import { openPageQueue } from "./page-queue";
import type { PageStore } from "./page-store";
import { type Change, type Place, touchedBy } from "./pages";

type Work = {
  store: Omit<PageStore, "get" | "laidAside">;
  render: (path: string) => Promise<CachedPage | null>;
  /** The pages that are kept ready, most looked-for first. */
  readReady: () => Promise<readonly string[]>;
  /** Where a task is to be seen; null where it is not public. */
  readPlace: (code: string) => Promise<Place | null>;
  today: () => Promise<Day>;
  /** Called before the first page is rendered that a change may have touched. */
  onChange: () => void;
  /** Waits until the database is there: each page would fail, and take the time that it needs to come back. */
  possible?: () => Promise<void>;
  /** Waits until nobody is kept waiting by a page that nobody looks for first. */
  quiet?: () => Promise<void>;
  /** What people do not look for first is rendered once changes have settled, or have gone on for so long. */
  settling?: { ms: number; atMostMs: number };
};
type Rendering = { page: Promise<CachedPage | null>; kept: Promise<void>; isVoid: boolean };

/** Changes that come together are rendered together. */
const gatherMs = 25;
const retryMs = 5_000;
const settles = { ms: 1_000, atMostMs: 5_000 };

/**
 * Keeps the edition true. What people look for is rendered anew when a change touches it; any other page is laid aside then,
 * and rendered when it is asked for, or soon if it was asked for lately. All are laid aside when the day turns: no two pages that
 * are answered show two days.
 */
export function openPublisher({
  store,
  render,
  readReady,
  readPlace,
  today,
  onChange,
  possible = async () => {},
  quiet = async () => {},
  settling = settles,
}: Work) {
  const underway = new Map<string, Rendering>();
  const failing = new Set<string>();
  let ready = new Set<string>();
  let changes: Change[] = [];
  let isGathering = false;
  let day: Day | null = null;
  let dayEndsAt = Number.POSITIVE_INFINITY;
  let builtAt: Date | null = null;
  const onIdle = () => {
    builtAt = new Date();
  };
  const queue = openPageQueue({ refresh, quiet, settling, onIdle });

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
      const now = await today();
      if (now !== day) startDay(now);
      ready = new Set(await readReady());
      const codes = gathered.flatMap((each) => (each === "all" ? [] : [each.task]));
      for (const code of new Set(codes)) {
        const place = await readPlace(code);
        if (place) touch(touchedBy(code, place));
      }
      if (gathered.includes("all")) queue.add(stillWanted([...ready, ...store.paths()]), 1);
    } catch (error) {
      log.error({ err: error }, "edition: what changed could not be read");
      await sleep(retryMs, undefined, { ref: false });
      for (const change of gathered) invalidate(change);
    }
  }

  function touch({ first, later }: { first: string[]; later: string[] }): void {
    queue.add(stillWanted(first), 0);
    queue.addSettled(stillWanted(later));
  }

  /** Those of the pages that are rendered anew; all but what is kept ready are laid aside at once, being true no longer. */
  function stillWanted(paths: readonly string[]): string[] {
    return [...new Set(paths)].filter((path) => {
      if (ready.has(path)) return true;
      const isAskedFor = store.isAskedFor(path);
      forget(path);
      void store.retire(path).catch(tell);
      return isAskedFor;
    });
  }

  /** Whoever waits for a page gets it as it was begun, and nobody after them. */
  function forget(path: string): void {
    const rendering = underway.get(path);
    if (rendering) rendering.isVoid = true;
    underway.delete(path);
  }

  function startDay(now: Day): void {
    day = now;
    dayEndsAt = endOfDay(dayIn(new Date())).getTime();
    for (const path of underway.keys()) forget(path);
    void store.retireAll().catch(tell);
    onChange();
  }

  /** Lays every page aside if the day is over by now. */
  function keepDay(): void {
    if (day === null || Date.now() < dayEndsAt) return;
    startDay(addDays(day, 1));
    invalidate("all");
  }

  async function refresh(path: string): Promise<void> {
    await possible();
    // What is being rendered was begun before the change.
    while (underway.has(path)) await underway.get(path)?.kept.catch(() => {});
    try {
      await begin(path).kept;
      failing.delete(path);
    } catch (error) {
      failing.add(path);
      log.error({ err: error, path }, "edition: a page could not be rendered; the old one stays");
    }
  }

  function begin(path: string): Rendering {
    const page = render(path);
    const rendering: Rendering = { page, kept: Promise.resolve(), isVoid: false };
    rendering.kept = page
      .finally(() => {
        if (underway.get(path) === rendering) underway.delete(path);
      })
      .then((done) => {
        // What was withdrawn while this was rendered must not come back with it.
        if (rendering.isVoid) return;
        return done ? store.put(path, done) : store.remove(path);
      });
    underway.set(path, rendering);
    return rendering;
  }

  /** The page as it is now, rendered for whoever asks for it and those who ask meanwhile; null where there is none. */
  async function demand(path: string): Promise<CachedPage | null> {
    const { page, kept } = underway.get(path) ?? begin(path);
    kept.then(() => store.ask(path), tell);
    return page;
  }

  /** Removes every page that a change of a task touches at once; what people look for is rendered anew afterwards. */
  async function purge(code: string): Promise<void> {
    onChange();
    const place = await readPlace(code);
    if (!place) return;
    const touched = touchedBy(code, place);
    for (const path of [...touched.first, ...touched.later]) {
      forget(path);
      await store.remove(path);
    }
    onChange();
    touch(touched);
  }

  function retry(): void {
    queue.add([...failing], 1);
  }

  const status = () => ({
    pages: store.paths().length,
    waiting: queue.size(),
    failing: [...failing],
    day,
    builtAt: builtAt?.toISOString() ?? null,
  });
  return { invalidate, purge, demand, keepDay, retry, status };
}
export type Publisher = ReturnType<typeof openPublisher>;

function tell(error: unknown): void {
  log.error({ err: error }, "edition: a page could not be kept");
}
