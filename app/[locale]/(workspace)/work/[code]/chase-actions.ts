"use server";
import { answerChase, sendChase } from "@/db/mutations/chasing/chases";
import { acknowledgeEscalation } from "@/db/mutations/chasing/escalations";
import { action } from "@/lib/actions/action";
import { acknowledgeSchema, answerChaseSchema, chaseSchema } from "@/lib/domain/chasing/inputs";

export const chase = action({ permission: "task.chase", schema: chaseSchema }, sendChase);
export const answer = action(
  { permission: "chase.answer", schema: answerChaseSchema },
  answerChase,
);
export const acknowledge = action(
  { permission: "escalation.acknowledge", schema: acknowledgeSchema },
  acknowledgeEscalation,
);
