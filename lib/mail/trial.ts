import { randomUUID } from "node:crypto";
import { noteTrial, waitingTrial } from "@/db/mutations/mail";
import { mailSettings } from "@/db/queries/mail";
import { currentTime } from "@/lib/clock";
import { type MailTrialOutcome, outcomeOf } from "@/lib/domain/mail";
import { wordsIn } from "@/lib/words";
import { demoMark, sendMail } from "./mail";

/** No more of a server's own words than a person reads. */
const longestReply = 300;

/** Sends the test mail that an administrator waits for, and notes what the mail server said to it. Never throws for it. */
export async function sendTrial(userId: string): Promise<void> {
  const waiting = await waitingTrial(userId);
  if (!waiting) return;
  await noteTrial(userId, await trySending(waiting.address), await currentTime());
}

async function trySending(
  address: string,
): Promise<{ outcome: MailTrialOutcome; reply: string | null }> {
  const { say } = wordsIn("zh-CN");
  const settings = await mailSettings().catch(() => "lost" as const);
  if (settings === "lost") return { outcome: "password_lost", reply: null };
  if (!settings) return { outcome: "off", reply: null };
  const subject = `${demoMark("zh-CN")}${say("mail.trial.subject")}`;
  const body = say("mail.trial.body", { url: settings.PUBLIC_URL });
  try {
    await sendMail({ id: randomUUID(), address, subject, body }, settings);
    return { outcome: "sent", reply: null };
  } catch (error) {
    const { response, message } = error as { response?: string; message?: string };
    const reply = (response ?? message ?? "").slice(0, longestReply) || null;
    return { outcome: outcomeOf(error as object), reply };
  }
}
