"use server";
import { answerFollowUp, checkFollowUp } from "@/db/mutations/letters/follow-ups";
import { eraseLetter } from "@/db/mutations/submissions/letter-erasure";
import { action } from "@/lib/actions/action";
import { answerFollowUpSchema, checkFollowUpSchema } from "@/lib/domain/letters/follow-ups";
import { eraseLetterSchema } from "@/lib/domain/letters/letters";
import { purgePublicPages } from "@/lib/edition/hook";

/** The words are off the public edition before whoever erased them is answered. */
export const erase = action(
  { permission: "letter.erase", schema: eraseLetterSchema },
  async (actor, input, now) => {
    const answer = await eraseLetter(actor, input, now);
    await purgePublicPages(answer.code);
    return answer;
  },
);

export const answer = action(
  { permission: "follow_up.answer", schema: answerFollowUpSchema },
  answerFollowUp,
);
export const check = action(
  { permission: "follow_up.check", schema: checkFollowUpSchema },
  checkFollowUp,
);
