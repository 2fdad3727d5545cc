type Work = {
  /** Renders a page; never fails. */
  refresh: (path: string) => Promise<void>;
  /** Waits until nobody is kept waiting by a page that nobody looks for first. */
  quiet: () => Promise<void>;
  /** What people do not look for first is rendered once changes have settled, or have gone on for so long. */
  settling: { ms: number; atMostMs: number };
  /** Called whenever nothing is left. */
  onIdle: () => void;
};

/** Visitors come first: so many pages at a time. */
const workers = 2;

/** The pages that wait to be rendered: those that people look for first before all others, each once. */
export function openPageQueue({ refresh, quiet, settling, onIdle }: Work) {
  const waiting = [new Set<string>(), new Set<string>()] as const;
  const unsettled = new Set<string>();
  let unsettledSince: number | null = null;
  let settledSoon: NodeJS.Timeout | undefined;
  let hurry = () => {};
  let atWork = 0;

  function add(paths: readonly string[], place: 0 | 1): void {
    for (const path of paths) if (place === 0 || !waiting[0].has(path)) waiting[place].add(path);
    if (place === 0) hurry();
    while (atWork < workers && waiting[0].size + waiting[1].size > atWork) work();
  }

  /** Adds pages that people do not look for first, once changes have settled. */
  function addSettled(paths: readonly string[]): void {
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
    add(settled, 1);
  }

  async function work(): Promise<void> {
    atWork += 1;
    for (let path = await next(); path !== undefined; path = await next()) await refresh(path);
    atWork -= 1;
    if (atWork === 0) onIdle();
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

  const size = () => waiting[0].size + waiting[1].size + unsettled.size + atWork;
  return { add, addSettled, size };
}
