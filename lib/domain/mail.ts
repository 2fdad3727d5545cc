import { z } from "zod";
import { keySchema, mailboxSchema, versionSchema } from "./inputs";
import { filledText, longText } from "./texts";

/** How the way to the mail server is kept secret: from the start (465), after STARTTLS (587), or not at all (25). */
export const mailSecurities = ["tls", "starttls", "none"] as const;
export type MailSecurity = (typeof mailSecurities)[number];

/** How a test mail went. Each has its sentence, with what to do. */
export const mailTrialOutcomes = [
  "sent",
  "off",
  "host_unknown",
  "no_answer",
  "not_encrypted",
  "login_refused",
  "password_lost",
  "sender_refused",
  "address_refused",
  "failed",
] as const;
export type MailTrialOutcome = (typeof mailTrialOutcomes)[number];

const fields = {
  host: filledText(255, "mail_host").regex(/^[A-Za-z0-9.:-]+$/, "mail_host"),
  port: z.number("port").int("port").min(1, "port").max(65_535, "port"),
  security: z.enum(mailSecurities),
  username: longText(200).trim(),
  /** Empty keeps the one that is stored: it is never shown again. */
  password: longText(200),
  sender: mailboxSchema,
};

/** The mail server and who the mails are from, as the form holds them. */
export const mailFormSchema = z.strictObject(fields);
export const configureMailSchema = mailFormSchema.extend({
  key: keySchema,
  version: versionSchema,
});
export type ConfigureMailInput = z.infer<typeof configureMailSchema>;

export const turnOffMailSchema = z.strictObject({ key: keySchema, version: versionSchema });
export type TurnOffMailInput = z.infer<typeof turnOffMailSchema>;

export const tryMailSchema = z.strictObject({ key: keySchema, address: mailboxSchema });
export type TryMailInput = z.infer<typeof tryMailSchema>;

/** What is shown of the stored mail server: everything but the password, which is only said to be there. */
export type MailSettingsShown = {
  host: string;
  port: number;
  security: MailSecurity;
  username: string;
  hasPassword: boolean;
  sender: string;
  version: number;
};

type MailServer = { host: string; port: number; security: MailSecurity };

/** The address of a mail server as nodemailer reads it. */
export function smtpUrl(
  { host, port, security }: MailServer,
  login: { username: string; password: string } | null,
): string {
  const url = new URL(`${security === "tls" ? "smtps" : "smtp"}://host`);
  url.hostname = host.includes(":") ? `[${host}]` : host;
  url.port = String(port);
  if (login) {
    url.username = encodeURIComponent(login.username);
    url.password = encodeURIComponent(login.password);
  }
  if (security === "starttls") url.searchParams.set("requireTLS", "true");
  if (security === "none") url.searchParams.set("ignoreTLS", "true");
  return url.href;
}

const ofCode: Record<string, MailTrialOutcome> = {
  EDNS: "host_unknown",
  ENOTFOUND: "host_unknown",
  EAI_AGAIN: "host_unknown",
  ECONNECTION: "no_answer",
  ECONNREFUSED: "no_answer",
  ESOCKET: "no_answer",
  ETIMEDOUT: "no_answer",
  ETLS: "not_encrypted",
  EAUTH: "login_refused",
};

/** What went wrong by the error that nodemailer throws: what it was at, then its code. */
export function outcomeOf({
  code = "",
  command = "",
  message = "",
}: {
  code?: string;
  command?: string;
  message?: string;
}): MailTrialOutcome {
  if (code === "EENVELOPE" || command.startsWith("MAIL FROM") || command.startsWith("RCPT TO"))
    return command.startsWith("MAIL FROM") ? "sender_refused" : "address_refused";
  if (/ENOTFOUND|EAI_AGAIN/.test(message)) return "host_unknown";
  if (/certificate|SSL|TLS|wrong version/i.test(message)) return "not_encrypted";
  return ofCode[code] ?? "failed";
}
