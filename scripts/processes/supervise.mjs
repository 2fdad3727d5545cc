import { setTimeout as sleep } from "node:timers/promises";
import { explain, LastingFailure } from "../report/failure.mjs";
import { say } from "../report/words.mjs";
import { untilStopped } from "./processes.mjs";

/** The pause before a part is started again doubles from `firstMs` to `mostMs`, until it has run for `steadyMs`. */
const usualPauses = { firstMs: 200, mostMs: 5_000, steadyMs: 2_000 };

/**
 * Keeps one part of the site going. `start` starts it and resolves, once it works, to what it is, with `ended`; whenever it
 * has ended it is started again, and `start` is given what it was. The first start may fail as it likes, unless it
 * `persists`: then it is tried again like every other.
 * Returns {first, lost}: what it is at first, and a promise that rejects with the LastingFailure that no start mends.
 */
export async function supervise(
  part,
  start,
  { tell = console.error, pauses = usualPauses, persists = false } = {},
) {
  const stopped = untilStopped();
  let pauseMs = pauses.firstMs;

  async function keepGoing(first) {
    try {
      for (let running = first; ; ) {
        const begun = performance.now();
        const { code, signal } = await running.ended;
        stopped.throwIfAborted();
        tell(say("processes.partEnded", { part, how: signal ?? code }));
        if (performance.now() - begun >= pauses.steadyMs) pauseMs = pauses.firstMs;
        running = await startAgain(running);
      }
    } catch (error) {
      // What fails because everything is being stopped is no news.
      if (stopped.aborted) return new Promise(() => {});
      throw error;
    }
  }

  async function startAgain(last, failure) {
    const ended = performance.now();
    let told = "";
    const tellOnce = (error) => {
      if (stopped.aborted || error instanceof LastingFailure) throw error;
      const why = explain(error);
      if (why !== told) tell(say("processes.partFailing", { part, why }));
      told = why;
    };
    if (failure) tellOnce(failure);
    for (;;) {
      await sleep(pauseMs, undefined, { signal: stopped });
      pauseMs = Math.min(pauseMs * 2, pauses.mostMs);
      try {
        const running = await start(last);
        const seconds = ((performance.now() - ended) / 1000).toFixed(1);
        tell(say("processes.partBack", { part, seconds }));
        return running;
      } catch (error) {
        tellOnce(error);
      }
    }
  }

  const first = await start().catch((error) => {
    if (!persists) throw error;
    return startAgain(undefined, error);
  });
  const lost = keepGoing(first);
  // Whoever waits for it may come to it later.
  lost.catch(() => {});
  return { first, lost };
}
