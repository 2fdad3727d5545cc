import postgres from "postgres";
import { databaseUrl } from "@/lib/env";

/**
 * Hears what changes in public, from whichever process changed it (the triggers of migration 0003 tell). `onConnect` is
 * called at first and after every broken connection: what was told meanwhile is lost.
 */
export async function listenToChanges(told: {
  onChange: (payload: string) => void;
  onConnect: () => void;
}): Promise<{ end: () => Promise<void> }> {
  const client = postgres(databaseUrl(), { max: 1, max_lifetime: null, onnotice: () => {} });
  await client.listen("public_changed", told.onChange, told.onConnect);
  return { end: () => client.end({ timeout: 1 }) };
}
