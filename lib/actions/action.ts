import { headers } from "next/headers";
import type { z } from "zod";
import { isSameOrigin, requestFrom } from "@/lib/auth/request";
import { currentHolder } from "@/lib/auth/session";
import { currentTime } from "@/lib/clock";
import type { Action, ActionResult, OpenAction } from "@/lib/domain/action-result";
import { mayHold, type Permission } from "@/lib/domain/people/permissions";
import { type Actor, refuseOther } from "@/lib/domain/people/roles";
import { type Refusal, Refused, refuse } from "@/lib/domain/refusals";
import { spendPress } from "@/lib/limits";
import { log } from "@/lib/log";

type Door<Schema> = {
  permission: Permission;
  schema: Schema;
  /** Also for whoever must choose a password before anything else: to choose it. */
  comesFirst?: true;
};

/**
 * The one road from a screen to a mutation: same origin, a live session of the person that the screen was made for, a role that holds the permission at all, input
 * of the schema, not too much of it in a minute. What the mutation refuses comes back as a refusal; anything else is logged and said to be unavailable.
 */
export function action<Schema extends z.ZodType, Answer>(
  { permission, schema, comesFirst }: Door<Schema>,
  mutate: (actor: Actor, input: z.output<Schema>, now: Date) => Promise<Answer>,
): Action<z.input<Schema>, Answer> {
  return (raw, pagePerson) =>
    answered(permission, async () => {
      const holder = await currentHolder();
      if (!holder) throw new Refused(refuse("session_expired"));
      const refusal = refuseOther(holder.actor, pagePerson);
      if (refusal) throw new Refused(refusal);
      if (holder.mustChangePassword && !comesFirst)
        throw new Refused(refuse("password_change_first"));
      const { actor } = holder;
      if (!mayHold(actor, permission)) throw new Refused(refuse("not_allowed"));
      const input = parsed(schema, raw);
      await spendPress(actor, input);
      return mutate(actor, input, await currentTime());
    });
}

/** The road for whoever has no session yet: what is done asks for a proof of its own, and counts those that try. */
export function openAction<Schema extends z.ZodType, Answer>(
  { name, schema }: { name: string; schema: Schema },
  work: (request: Actor["request"], input: z.output<Schema>, now: Date) => Promise<Answer>,
): OpenAction<z.input<Schema>, Answer> {
  return (raw) =>
    answered(name, async () => {
      const input = parsed(schema, raw);
      return work(requestFrom(await headers()), input, await currentTime());
    });
}

async function answered<Answer>(
  name: string,
  work: () => Promise<Answer>,
): Promise<ActionResult<Answer>> {
  try {
    if (!isSameOrigin(await headers())) throw new Refused(refuse("origin_refused"));
    return { ok: true, answer: await work() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    log.error({ err: error, action: name }, "action failed");
    return { ok: false, refusal: refuse("unavailable") };
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const input = schema.safeParse(raw);
  if (!input.success) throw new Refused(invalidInput(input.error));
  return input.data;
}

function invalidInput(error: z.ZodError): Refusal {
  const { message, path } = error.issues[0] ?? { message: "", path: [] };
  const field = path.at(-1);
  const code = message === "too_long" ? "too_long" : "invalid_input";
  return refuse(code, field === undefined ? {} : { field: String(field) });
}
