"use server";
import { action } from "@/lib/actions/action";
import { deviceToken } from "@/lib/auth/known-device";
import { changeOwnPassword } from "@/lib/auth/own-password";
import { currentSessionId } from "@/lib/auth/session";
import { changePasswordSchema } from "@/lib/domain/people/passwords";

export const change = action(
  { permission: "account.update", schema: changePasswordSchema, comesFirst: true },
  async (actor, input, now) => {
    const place = { sessionId: String(await currentSessionId()), device: await deviceToken() };
    return changeOwnPassword(actor, input, place, now);
  },
);
