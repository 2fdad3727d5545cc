"use server";
import { releaseSubmission, unpublishSubmission } from "@/db/mutations/releases";
import { action } from "@/lib/actions/action";
import { unpublishSchema, wholeReleaseSchema } from "@/lib/domain/releases";
import { purgePublicPages } from "@/lib/edition/hook";

export const release = action(
  { permission: "submission.release", schema: wholeReleaseSchema },
  releaseSubmission,
);

/** The words are off the public edition before whoever withdrew them is answered. */
export const unpublish = action(
  { permission: "submission.release", schema: unpublishSchema },
  async (actor, input, now) => {
    const answer = await unpublishSubmission(actor, input, now);
    await purgePublicPages(answer.code);
    return answer;
  },
);
