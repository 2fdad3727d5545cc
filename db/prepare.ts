import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import { closeDatabase, database } from "./client";
import { appDatabaseUrl, migrateDatabase } from "./migrate";
import { listStartAccounts } from "./seed/accounts";
import { seedDatabase, WrongDatabase } from "./seed/run";

// One process for each start: migrates, seeds an empty database, and prints one line of JSON for the start's last block.

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const always = { OWNER_DATABASE_URL: postgresUrl, APP_ROLE_PASSWORD: z.string().min(1) };
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
  await migrateDatabase(ownerUrl, env.APP_ROLE_PASSWORD);
  process.env.DATABASE_URL = appDatabaseUrl(ownerUrl, env.APP_ROLE_PASSWORD);
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

/** What a person can mend, in a sentence; anything else is a bug and keeps its stack. */
function adviceFor(error: unknown): string | null {
  if (error instanceof WrongDatabase) return error.message;
  if (error instanceof z.ZodError) {
    const names = [...new Set(error.issues.map(({ path }) => path.join(".")))].join("、");
    return `环境变量 ${names} 缺失或格式不对：请改正后再运行。`;
  }
  return refusedByServer(error)
    ? "数据库用户没有足够的权限：请让 DATABASE_URL 的用户拥有这个数据库并能建立角色（CREATEROLE），再运行。"
    : null;
}

/** PostgreSQL's insufficient_privilege, which drizzle wraps. */
function refusedByServer(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === "42501") || refusedByServer(error.cause);
}

try {
  await prepare();
} catch (error) {
  const advice = adviceFor(error);
  if (!advice) throw error;
  console.error(advice);
  process.exit(1);
}
