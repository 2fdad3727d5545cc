import { createTransport } from "nodemailer";
import type { Mail } from "@/db/mutations/notifications/mails";
import { env, type MailSettings } from "@/lib/env";
import { wordsIn } from "@/lib/words";
import type { Locale } from "@/messages/locales";

/** Gives one mail to the server; `headers` beside its own. */
export async function sendMail(
  { id, address, subject, body }: Mail,
  { SMTP_URL, MAIL_FROM }: MailSettings,
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

/** What the subject of a demo's mail begins with. */
export function demoMark(locale: Locale): string {
  return env().DEMO === "on" ? `[${wordsIn(locale).say("site.demoTag")}] ` : "";
}
