import { BlockList } from "node:net";
import { z } from "zod";
import { readNetworks } from "./client-address";

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

/** Where people reach the site: cookies, the origin check and the links of mails follow it. */
const publicUrl = z.url({ protocol: /^https?$/ }).default("http://localhost:3000");
const demo = z.enum(["on", "off"]).default("off");

const schema = z.object({
  NEXTAUTH_SECRET: z.string().min(32),
  PUBLIC_URL: publicUrl,
  DEMO: demo,
  DEMO_PASSWORD: z.string().optional(),
  /** Addresses and networks of the proxies in front of us, which are believed about the client's address. */
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((list, { addIssue }) => {
      const networks = readNetworks(list);
      if (networks === null) addIssue("no addresses");
      return networks ?? new BlockList();
    }),
});

let read: z.infer<typeof schema> | undefined;

/** The app's environment, checked once, at the first question. */
export function env() {
  read ??= schema.parse(process.env);
  return read;
}

/** Whether people reach the site by HTTPS: cookies are then this host's alone, and it says that it stays there. */
export function isHttps(publicUrl = env().PUBLIC_URL): boolean {
  return new URL(publicUrl).protocol === "https:";
}

const mail = z.object({
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.string().regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/),
  PUBLIC_URL: publicUrl,
  DEMO: demo,
});

export type MailSettings = z.infer<typeof mail>;

/** How mail is sent, and what its text needs to know; null when mail is off (邮件提醒未开启). */
export function mailSettings(): MailSettings | null {
  return process.env.SMTP_URL ? mail.parse(process.env) : null;
}

/** Whether mail is on, for whoever asks for it and does not send it: the mail server's address is the worker's secret. */
export function isMailOn(): boolean {
  return process.env.MAIL === "on" || mailSettings() !== null;
}

/** Where clamd listens, by socket or by host and port; null when files are not scanned for viruses. */
export function scannerAddress(): { path: string } | { host: string; port: number } | null {
  const address = process.env.CLAMD;
  if (!address) return null;
  if (address.startsWith("/")) return { path: address };
  const [, host = "", port] = /^\[?([^\s[\]]+)\]?:(\d{1,5})$/.exec(address) ?? [];
  return {
    host: z.string().min(1).parse(host),
    port: z.coerce.number().min(1).max(65_535).parse(port),
  };
}

/** How many days a letter's own words are kept after its answer; three years unless set. */
export function lettersKeptDays(): number {
  return z.coerce
    .number()
    .int()
    .min(30)
    .max(36_500)
    .default(1095)
    .parse(process.env.LETTERS_KEPT_DAYS || undefined);
}

/** Where this process keeps the files of its public edition. */
export function editionFolder(): string {
  return z.string().min(1).parse(process.env.EDITION_DIR);
}

const disk = z.object({
  /** The folder of a database on this machine, as the start knows it. */
  DATABASE_DISK: z.string().optional(),
  /** How large a database elsewhere may grow. */
  DATABASE_SIZE_LIMIT_MB: z.coerce.number().int().nonnegative().default(0),
});

/** Where the room of the database can be seen. */
export function databaseDisk() {
  return disk.parse(process.env);
}

/** The URL of the role that the app acts as. The seed needs this and nothing else. */
export function databaseUrl(): string {
  return postgresUrl.parse(process.env.DATABASE_URL);
}
