import { checkServer, createDatabase, databaseExists } from "./database.mjs";
import { startPostgres } from "./server.mjs";

/**
 * Opens the database of this configuration: one's own, or the embedded one. Returns {ownerUrl, place, ended};
 * `ended` settles when the embedded server is gone.
 */
export async function openDatabase({ databaseUrl, dataDir }, { postgresPassword }) {
  if (databaseUrl) {
    await checkServer(databaseUrl);
    const { hostname, port, pathname } = new URL(databaseUrl);
    return {
      ownerUrl: databaseUrl,
      place: `${hostname}:${port || 5432}${pathname}（DATABASE_URL）`,
      ended: new Promise(() => {}),
    };
  }
  const server = await startPostgres({ dataDir, password: postgresPassword });
  if (!(await databaseExists(server.url("postgres"), "taizhang"))) {
    await createDatabase(server.url("postgres"), "taizhang");
  }
  return { ownerUrl: server.url("taizhang"), place: server.data, ended: server.ended };
}
