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

/** How mail is sent, and what its text needs to know, where the environment says it; it goes before what is set on the screen. */
export function mailByEnvironment(): MailSettings | null {
  return process.env.SMTP_URL ? mail.parse(process.env) : null;
}

/** Whether it does: to the site it is only told, because the mail server's address is the worker's secret. */
export function isMailByEnvironment(): boolean {
  return process.env.MAIL === "on" || mailByEnvironment() !== null;
}

/** What the text of a mail needs to know beside its server. */
export function mailSurroundings(): Pick<MailSettings, "PUBLIC_URL" | "DEMO"> {
  return mail.pick({ PUBLIC_URL: true, DEMO: true }).parse(process.env);
}

const key = z.string().min(1);

/** What the site seals the mail server's password with; only the worker can open it. */
export function mailSealKey(): string {
  return key.parse(process.env.MAIL_SEAL_KEY);
}

/** What the worker opens it with. */
export function mailKey(): string {
  return key.parse(process.env.MAIL_KEY);
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

/** How many days a letter's own words are kept after its answer, where the environment says so; null where it does not. */
export function lettersKeptDays(): number | null {
  return z.coerce
    .number()
    .int()
    .min(30)
    .max(36_500)
    .nullable()
    .parse(process.env.LETTERS_KEPT_DAYS || null);
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
