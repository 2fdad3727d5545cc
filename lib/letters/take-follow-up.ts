import { receiveFollowUp } from "@/db/mutations/letters/follow-ups";
import { isSameOrigin, requestFrom } from "@/lib/auth/request";
import { currentTime } from "@/lib/clock";
import { followUpSchema } from "@/lib/domain/letters/follow-ups";
import { readReceiptNumber } from "@/lib/domain/letters/receipt-numbers";
import { type Refusal, Refused, refuse } from "@/lib/domain/refusals";
import { log } from "@/lib/log";

/** What was typed, given back with what is wrong with it; `error` is a key under `validation`. */
export type FollowUpProblem = { body: string; error: string | null; refusal: Refusal | null };
type Taken = { receipt: string } | { problem: FollowUpProblem };

/** Takes 对答复不满意 from a form that anybody may send who holds a receipt number: same origin, nobody's robot, whole. */
export async function takeFollowUp(form: FormData, headers: Headers): Promise<Taken> {
  const read = (name: string) => String(form.get(name) ?? "");
  const body = read("body");
  const refused = (refusal: Refusal) => ({ problem: { body, error: null, refusal } });
  try {
    if (!isSameOrigin(headers)) return refused(refuse("origin_refused"));
    // People do not see this field; programs fill in every one.
    if (read("website") !== "") return refused(refuse("letter_not_taken"));
    const receipt = readReceiptNumber(read("receipt").slice(0, 60));
    if (!receipt) return refused(refuse("not_found"));
    const checked = followUpSchema.safeParse({ body });
    if (!checked.success) {
      const error = checked.error.issues[0]?.message ?? null;
      return { problem: { body, error, refusal: null } };
    }
    const sent = { receipt, body: checked.data.body, address: requestFrom(headers).ip };
    return await receiveFollowUp(sent, await currentTime());
  } catch (error) {
    if (error instanceof Refused) return refused(error.refusal);
    log.error({ err: error }, "a follow-up was not taken in");
    return refused(refuse("unavailable"));
  }
}
