import postgres from "postgres";
import { databaseUrl } from "@/lib/env";
import { reconnecting } from "./client";

/** The advisory lock of the one worker that works on a database. */
export const workerLock = 20_240_612;

/**
 * Makes this process the one worker of the database; another waits here until that one is gone, which the server knows at
 * once however it ended. `onLost` is called when the connection that holds the lock breaks.
 */
export async function holdWorkerLock({
  onWait,
  onLost,
}: {
  onWait: () => void;
  onLost: () => void;
}): Promise<{ release: () => Promise<void> }> {
  let isHeld = false;
  const client = postgres(databaseUrl(), {
    ...reconnecting,
    max: 1,
    // The lock lives and dies with its connection.
    max_lifetime: null,
    onclose: () => isHeld && onLost(),
  });
  const [tried] = await client`select pg_try_advisory_lock(${workerLock}) as locked`;
  if (!tried?.locked) {
    onWait();
    await client`select pg_advisory_lock(${workerLock})`;
  }
  isHeld = true;
  return {
    release: async () => {
      isHeld = false;
      await client.end({ timeout: 1 });
    },
  };
}
