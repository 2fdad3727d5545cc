import { createTransport } from "nodemailer";
import { type Mail, noteFailure, noteSent, prepareMail } from "@/db/mutations/notifications/mails";
import { currentTime } from "@/lib/clock";
import { mailSettings } from "@/lib/env";
import { composeMail } from "@/lib/notifications/notification-mail";

type Settings = NonNullable<ReturnType<typeof mailSettings>>;

/**
 * Sends a person the one mail that is due to them, if any. Throws when the server did not take it, for the queue to try
 * again. A crash between the server's yes and ours sends it a second time, under the same Message-ID; none is lost.
 */
export async function mailPerson(userId: string): Promise<void> {
  const settings = mailSettings();
  if (!settings) return;
  const { PUBLIC_URL: publicUrl, DEMO } = settings;
  const about = { publicUrl: new URL(publicUrl).origin, isDemo: DEMO === "on" };
  const compose = (due: Parameters<typeof composeMail>[0]) => composeMail(due, about);
  const mail = await prepareMail(userId, compose, await currentTime());
  if (!mail) return;
  try {
    await sendMail(mail, settings);
  } catch (error) {
    await noteFailure(mail.id, String(error));
    // A server's own words may name the address: they stay with the mail, and out of the logs.
    throw new Error(`Mail ${mail.id} was not sent (${codeOf(error)})`);
  }
  await noteSent(mail.id, await currentTime());
}

/** Gives one mail to the server; `headers` beside its own. */
export async function sendMail(
  { id, address, subject, body }: Mail,
  { SMTP_URL, MAIL_FROM }: Settings,
  headers: Record<string, string> = {},
): Promise<void> {
  const transport = createTransport(withTimeouts(SMTP_URL));
  try {
    await transport.sendMail({
      messageId: `<${id}@${MAIL_FROM.split("@")[1]}>`,
      from: { name: "", address: MAIL_FROM },
      // As an object an address is never parsed, so that none can name a second.
      to: { name: "", address },
      subject,
      text: body,
      textEncoding: "base64",
      headers: { "Auto-Submitted": "auto-generated", ...headers },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } finally {
    transport.close();
  }
}

/** nodemailer reads its options from the URL: a server that does not answer must not hold a job for minutes. */
function withTimeouts(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  for (const [name, ms] of Object.entries(limits))
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  return url.href;
}

/** What kind of failure it was, without the server's own words. */
export function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return [code, responseCode].filter(Boolean).join(" ") || "unknown";
}
