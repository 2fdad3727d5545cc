import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import { closeDatabase, database } from "./client";
import { StrongRole } from "./grants";
import { migrateDatabase, roleUrl } from "./migrate";
import { listStartAccounts } from "./seed/accounts";
import { seedDatabase, WrongDatabase } from "./seed/run";

// One process for each start: migrates, seeds an empty database, and prints one line of JSON for the start's last block,
// or what a person can mend, for scripts/setup/prepare.mjs to say. Anything else is a bug and keeps its stack.

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
  z.object({ ...always, DEMO: z.literal("off"), ADMIN_PASSWORD: z.string().min(1) }),
]);

async function prepare() {
  const env = environment.parse(process.env);
  const ownerUrl = env.OWNER_DATABASE_URL;
  await migrateDatabase(ownerUrl, { app: env.APP_ROLE, worker: env.WORKER_ROLE });
  process.env.DATABASE_URL = roleUrl(ownerUrl, env.APP_ROLE, env.APP_ROLE_PASSWORD);
  const demo = env.DEMO === "on";
  const seeded = await seedDatabase({
    ownerUrl,
    now: new Date(),
    ...(env.DEMO === "on"
      ? { demo: true, demoToday: env.DEMO_TODAY, demoPassword: env.DEMO_PASSWORD }
      : { demo: false, adminPassword: env.ADMIN_PASSWORD }),
  });
  const accounts = await listStartAccounts(database(), demo);
  await closeDatabase();
  console.log(JSON.stringify({ seeded, demo, accounts }));
}

function refusalOf(error: unknown) {
  if (error instanceof WrongDatabase) return { refused: "holds", holds: error.holds };
  if (error instanceof StrongRole) return { refused: "role", role: error.role };
  if (error instanceof z.ZodError) {
    const names = [...new Set(error.issues.map(({ path }) => path.join(".")))];
    return { refused: "environment", names };
  }
  return refusedByServer(error) ? { refused: "privilege" } : null;
}

/** PostgreSQL's insufficient_privilege, which drizzle wraps. */
function refusedByServer(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === "42501") || refusedByServer(error.cause);
}

try {
  await prepare();
} catch (error) {
  const refusal = refusalOf(error);
  if (!refusal) throw error;
  console.log(JSON.stringify(refusal));
  process.exit(0);
}
