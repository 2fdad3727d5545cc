import { headers } from "next/headers";
import type { z } from "zod";
import { isSameOrigin } from "@/lib/auth/request";
import { currentActor } from "@/lib/auth/session";
import { currentTime } from "@/lib/clock";
import type { Action } from "@/lib/domain/action-result";
import { mayHold, type Permission } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { type Refusal, Refused, refuse } from "@/lib/domain/refusals";
import { spendPress } from "@/lib/limits";
import { log } from "@/lib/log";

/**
 * The one road from a screen to a mutation: same origin, a live session, a role that holds the permission at all, input
 * of the schema, not too much of it in a minute. What the mutation refuses comes back as a refusal; anything else is logged and said to be unavailable.
 */
export function action<Schema extends z.ZodType, Answer>(
  { permission, schema }: { permission: Permission; schema: Schema },
  mutate: (actor: Actor, input: z.output<Schema>, now: Date) => Promise<Answer>,
): Action<z.input<Schema>, Answer> {
  return async (raw) => {
    try {
      if (!isSameOrigin(await headers())) throw new Refused(refuse("origin_refused"));
      const actor = await currentActor();
      if (!actor) throw new Refused(refuse("session_expired"));
      if (!mayHold(actor, permission)) throw new Refused(refuse("not_allowed"));
      const input = schema.safeParse(raw);
      if (!input.success) throw new Refused(invalidInput(input.error));
      await spendPress(actor, input.data);
      return { ok: true, answer: await mutate(actor, input.data, await currentTime()) };
    } catch (error) {
      if (error instanceof Refused) return { ok: false, refusal: error.refusal };
      log.error({ err: error, permission }, "action failed");
      return { ok: false, refusal: refuse("unavailable") };
    }
  };
}

function invalidInput(error: z.ZodError): Refusal {
  const { message, path } = error.issues[0] ?? { message: "", path: [] };
  const field = path.at(-1);
  const code = message === "too_long" ? "too_long" : "invalid_input";
  return refuse(code, field === undefined ? {} : { field: String(field) });
}
