import { setTimeout as sleep } from "node:timers/promises";
import { explain, LastingFailure } from "../report/failure.mjs";
import { say } from "../report/words.mjs";
import { untilStopped } from "./processes.mjs";

/** The pause before a part is started again doubles from `firstMs` to `mostMs`, until it has run for `steadyMs`. */
const usualPauses = { firstMs: 200, mostMs: 5_000, steadyMs: 2_000 };

/**
 * Keeps one part of the site going. `start` starts it and resolves, once it works, to what it is, with `ended`; whenever it
 * has ended it is started again, and `start` is given what it was. Only the first start may fail as it likes.
 * Returns {first, lost}: what it is at first, and a promise that rejects with the LastingFailure that no start mends.
 */
export async function supervise(part, start, { tell = console.error, pauses = usualPauses } = {}) {
  const stopped = untilStopped();
  const first = await start();
  const lost = keepGoing(first, { part, start, tell, pauses, stopped });
  // Whoever waits for it may come to it later.
  lost.catch(() => {});
  return { first, lost };
}

async function keepGoing(first, { part, start, tell, pauses, stopped }) {
  let pauseMs = pauses.firstMs;
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

  async function startAgain(last) {
    const ended = performance.now();
    for (let told = ""; ; ) {
      await sleep(pauseMs, undefined, { signal: stopped });
      pauseMs = Math.min(pauseMs * 2, pauses.mostMs);
      try {
        const running = await start(last);
        const seconds = ((performance.now() - ended) / 1000).toFixed(1);
        tell(say("processes.partBack", { part, seconds }));
        return running;
      } catch (error) {
        if (stopped.aborted || error instanceof LastingFailure) throw error;
        const why = explain(error);
        if (why !== told) tell(say("processes.partFailing", { part, why }));
        told = why;
      }
    }
  }
}
