import type { Database, Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";

/** Changes accounts or units as the owner who lays out the database: with an event, as nobody changes them without one. */
export function recorded<Answer>(
  owner: Database,
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  return owner.transaction(async (tx) => {
    const event = { type: "installation.prepared", content: "empty" } as const;
    await recordEvent(tx, null, event, {}, new Date());
    return work(tx);
  });
}
