import { setTimeout as sleep } from "node:timers/promises";

/** What the pages that Next serves may ask of the edition in front of them. */
export type EditionHook = {
  /** Takes every page that shows a task out of the edition, until it is rendered anew. */
  purge: (code: string) => Promise<void>;
  /** Whether this process takes the database for away, and answers accordingly. */
  isAway: () => boolean;
  status: () => {
    pages: number;
    waiting: number;
    failing: string[];
    day: string | null;
    builtAt: string | null;
  };
};

// Next bundles its own copy of every module, so the server and the pages meet on the global object.
const place = Symbol.for("taizhang.edition");
type Meeting = { [place]?: EditionHook };

export function offerEdition(hook: EditionHook): void {
  (globalThis as Meeting)[place] = hook;
}

/** The edition of this process; undefined where there is none, as in development. */
export function presentEdition(): EditionHook | undefined {
  return (globalThis as Meeting)[place];
}

/** How long deploy/nginx.conf may still serve a file that is gone (open_file_cache_valid). */
const frontCacheMs = 1_100;

/** Removes every page that shows a task from the public edition, and from a web server in front of it, before the request is done. */
export async function purgePublicPages(code: string): Promise<void> {
  const edition = presentEdition();
  if (!edition) return;
  await edition.purge(code);
  await sleep(frontCacheMs);
}
