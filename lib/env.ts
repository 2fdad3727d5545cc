import { z } from "zod";

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

const schema = z.object({
  NEXTAUTH_SECRET: z.string().min(32),
  /** Where people reach the site: cookies and the origin check follow it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:3000"),
  DEMO: z.enum(["on", "off"]).default("off"),
  DEMO_PASSWORD: z.string().optional(),
  /** How many proxies in front of us may be believed about the client's address. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
});

let read: z.infer<typeof schema> | undefined;

/** The app's environment, checked once, at the first question. */
export function env() {
  read ??= schema.parse(process.env);
  return read;
}

/** The URL of the role that the app acts as. The seed needs this and nothing else. */
export function databaseUrl(): string {
  return postgresUrl.parse(process.env.DATABASE_URL);
}
