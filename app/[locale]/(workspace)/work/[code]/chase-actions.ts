"use server";
import { answerChase, sendChase } from "@/db/mutations/chasing/chases";
import { action } from "@/lib/actions/action";
import { answerChaseSchema, chaseSchema } from "@/lib/domain/chasing/inputs";

export const chase = action({ permission: "task.chase", schema: chaseSchema }, sendChase);
export const answer = action(
  { permission: "chase.answer", schema: answerChaseSchema },
  answerChase,
);
