import { DrizzleQueryError } from "drizzle-orm";
import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import { closeDatabase, database } from "./client";
import { StrongRole } from "./grants";
import { migrateDatabase, NewerDatabase, roleUrl } from "./migrate";
import { listStartAccounts, WeakPassword } from "./seed/accounts";
import { seedContents, seedDatabase, WrongDatabase } from "./seed/run";

// One process for each start: migrates, seeds an empty database, and prints one line of JSON for the start's last block,
// or what a person can mend, for scripts/setup/prepare.mjs to say. Anything else is a bug and shows its stack.

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const always = {
  OWNER_DATABASE_URL: postgresUrl,
  APP_ROLE: z.string().min(1),
  APP_ROLE_PASSWORD: z.string().min(1),
  WORKER_ROLE: z.string().min(1),
};
const environment = z.discriminatedUnion("DEMO", [
  z.object({
    ...always,
    DEMO: z.literal("on"),
    DEMO_TODAY: daySchema,
    DEMO_PASSWORD: z.string().min(1),
  }),
  z.object({
    ...always,
    DEMO: z.literal("off"),
    SEED: z.enum(seedContents).default("empty"),
    ADMIN_PASSWORD: z.string().min(1),
    SECURITY_ADMIN_PASSWORD: z.string().min(1),
    AUDIT_ADMIN_PASSWORD: z.string().min(1),
  }),
]);

async function prepare() {
  const env = environment.parse(process.env);
  const ownerUrl = env.OWNER_DATABASE_URL;
  await migrateDatabase(ownerUrl, { app: env.APP_ROLE, worker: env.WORKER_ROLE });
  process.env.DATABASE_URL = roleUrl(ownerUrl, env.APP_ROLE, env.APP_ROLE_PASSWORD);
  const demo = env.DEMO === "on";
  const filled = await seedDatabase({
    ownerUrl,
    now: new Date(),
    ...(env.DEMO === "on"
      ? { demo: true, demoToday: env.DEMO_TODAY, demoPassword: env.DEMO_PASSWORD }
      : {
          demo: false,
          content: env.SEED,
          adminPasswords: {
            system_admin: env.ADMIN_PASSWORD,
            security_admin: env.SECURITY_ADMIN_PASSWORD,
            audit_admin: env.AUDIT_ADMIN_PASSWORD,
          },
        }),
  });
  const accounts = await listStartAccounts(database(), demo);
  await closeDatabase();
  console.log(JSON.stringify({ ...filled, demo, accounts }));
}

function refusalOf(error: unknown) {
  if (error instanceof WrongDatabase) return { refused: "holds", holds: error.holds };
  if (error instanceof NewerDatabase) return { refused: "newer" };
  if (error instanceof WeakPassword) {
    return { refused: "weakPassword", username: error.username };
  }
  if (error instanceof StrongRole) return { refused: "role", role: error.role };
  if (error instanceof z.ZodError) {
    const names = [...new Set(error.issues.map(({ path }) => path.join(".")))];
    return { refused: "environment", names };
  }
  if (hasCode(error, "42501")) return { refused: "privilege" };
  return hasCode(error, "28P01") ? { refused: "appPassword" } : null;
}

/** Whether an error, or one that drizzle wraps, has this code of PostgreSQL. */
function hasCode(error: unknown, code: string): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === code) || hasCode(error.cause, code);
}

/** Where it went wrong, in the server's words where drizzle's would say the whole statement. */
function serverErrorOf(error: unknown): string {
  const told = error instanceof DrizzleQueryError ? (error.cause ?? error) : error;
  return told instanceof Error ? String(told.stack) : String(told);
}

try {
  await prepare();
} catch (error) {
  const refusal = refusalOf(error);
  // Only the words: what else an error carries are statements and rows, passwords among them.
  if (!refusal) console.error(serverErrorOf(error));
  else console.log(JSON.stringify(refusal));
  process.exit(refusal ? 0 : 1);
}
