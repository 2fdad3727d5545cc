import type { ServerResponse } from "node:http";

/** Knows whether anybody waits for an answer, so that what nobody waits for is rendered in between. */
export function watchTraffic(patienceMs: number) {
  let answering = 0;
  const waiting = new Set<() => void>();

  return {
    /** Somebody waits for this answer, until it is sent or they leave. */
    answer(response: ServerResponse): void {
      answering += 1;
      response.once("close", () => {
        answering -= 1;
        if (answering === 0) for (const go of waiting) go();
      });
    },
    /** Resolves when nobody waits, or when that took too long: a busy site keeps its edition too. */
    quiet(): Promise<void> {
      if (answering === 0) return Promise.resolve();
      return new Promise((resolve) => {
        const go = () => {
          clearTimeout(timer);
          waiting.delete(go);
          resolve();
        };
        const timer = setTimeout(go, patienceMs);
        waiting.add(go);
      });
    },
  };
}
export type Traffic = ReturnType<typeof watchTraffic>;
