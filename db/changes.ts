import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { databaseUrl } from "@/lib/env";
import { reconnecting } from "./client";

/** A database that is there is asked seldom: a connection that breaks says so itself. */
const beatMs = { there: 2_000, away: 500 };
const patienceMs = 5_000;

/**
 * Hears what changes in public, from whichever process changed it (the triggers of migration 0003 tell), and whether the
 * database is there at all. `onConnect` is called at first and after every broken connection: what was told meanwhile is
 * lost. Resolves once it is known whether the database is there; it may be away then, and at any time, for as long as it likes.
 */
export async function listenToChanges(told: {
  onChange: (payload: string) => void;
  onConnect: () => void;
}): Promise<{ isAway: () => boolean; end: () => Promise<void> }> {
  let broken = new AbortController();
  const quiet = { max: 1, max_lifetime: null, onnotice: () => {} };
  const client = postgres(databaseUrl(), {
    ...{ ...reconnecting, ...quiet },
    onclose: () => broken.abort(),
  });
  // Whenever this fails or breaks off, the first time too, the client tries again by itself.
  client.listen("public_changed", told.onChange, told.onConnect).catch(() => {});
  let isAway = false;
  let isEnded = false;
  let asked: Promise<boolean> | undefined;

  // A server that hangs breaks no connection, so it is asked.
  async function beat() {
    asked ??= client`select 1`
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asked = undefined;
      });
    isAway = !(await Promise.race([asked, sleep(patienceMs, false, { ref: false })]));
  }
  async function keepAsking() {
    while (!isEnded) {
      const pauseMs = isAway ? beatMs.away : beatMs.there;
      await sleep(pauseMs, undefined, { ref: false, signal: broken.signal }).catch(() => {});
      await beat();
      broken = new AbortController();
    }
  }

  await beat();
  void keepAsking();
  return {
    isAway: () => isAway,
    end: () => {
      isEnded = true;
      return client.end({ timeout: 1 });
    },
  };
}
