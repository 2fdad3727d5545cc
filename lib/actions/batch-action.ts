import { z } from "zod";
import type { ActionResult } from "@/lib/domain/action-result";
import type { Permission } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { Refused, refuse } from "@/lib/domain/refusals";
import { log } from "@/lib/log";
import { action } from "./action";

/** How many items one request carries; the screen sends a longer choice in parts. */
const mostItems = 50;

/**
 * An action on many items at once. Each runs by itself, in its own transaction and with its own key, so that what is
 * refused undoes nothing of the rest; the answer has one result an item, in their order.
 */
export function batchAction<Schema extends z.ZodType, Answer>(
  { permission, schema }: { permission: Permission; schema: Schema },
  mutate: (actor: Actor, item: z.output<Schema>, now: Date) => Promise<Answer>,
) {
  const items = z.array(schema).min(1).max(mostItems);
  return action({ permission, schema: items }, async (actor, inputs, now) => {
    const results: ActionResult<Answer>[] = [];
    for (const input of inputs) results.push(await attempt(() => mutate(actor, input, now)));
    return results;
  });
}

async function attempt<Answer>(run: () => Promise<Answer>): Promise<ActionResult<Answer>> {
  try {
    return { ok: true, answer: await run() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    log.error({ err: error }, "an item of a batch failed");
    return { ok: false, refusal: refuse("unavailable") };
  }
}
