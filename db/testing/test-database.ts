import { closeDatabase, connect } from "@/db/client";
import { cloneDatabase } from "./clone.fixture";

/**
 * A database for one test file: a clone of the seeded demo, or of another template. `database()` opens it as the app's
 * role, or as the worker's for what the worker does; `owner` is the owner's connection, and `superuser` that of whom no
 * part of the site ever is. Close it in `afterAll`.
 */
export async function testDatabase({
  template,
  role = "app",
}: {
  template?: string;
  role?: "app" | "worker";
} = {}) {
  const { drop, ...clone } = await cloneDatabase(template);
  process.env.DATABASE_URL = role === "app" ? clone.appUrl : clone.workerUrl;
  const [owner, superuser] = [connect(clone.ownerUrl), connect(clone.superUrl, 2)];
  return {
    ...clone,
    owner: owner.db,
    superuser: superuser.db,
    close: async () => {
      await Promise.all([owner.close(), superuser.close(), closeDatabase()]);
      await drop();
    },
  };
}
