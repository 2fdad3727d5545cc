import { join } from "node:path";
import { supervise } from "../processes/supervise.mjs";
import { Failure } from "../report/failure.mjs";
import { say } from "../report/words.mjs";
import { findServer, startPostgres } from "./server.mjs";

const wrongPassword = "28P01";

/** The database that the embedded server keeps for the site. */
const siteDatabase = "taizhang";

/**
 * Opens the database of this configuration: one's own, or the embedded one. Returns {ownerUrl, place, folder, lost}:
 * the embedded one is kept going on its port in `folder`; `lost` rejects when it cannot be.
 */
export async function openDatabase({ databaseUrl, dataDir }, { postgresPassword }) {
  if (databaseUrl) {
    await checkServer(databaseUrl);
    return {
      ownerUrl: databaseUrl,
      place: say("postgres.ownDatabase", {
        place: `${serverOf(databaseUrl)}${new URL(databaseUrl).pathname}`,
      }),
      lost: new Promise(() => {}),
    };
  }
  const { first: server, lost } = await supervise("PostgreSQL", (last) =>
    startPostgres({ dataDir, password: postgresPassword, port: last?.port }),
  );
  if (!(await databaseExists(server, siteDatabase, dataDir))) {
    await createDatabase(server.url("postgres"), siteDatabase);
  }
  return { ownerUrl: server.url(siteDatabase), place: server.data, folder: server.data, lost };
}

/** The owner's address of the database of a site that runs elsewhere on this configuration. */
export function findRunningDatabase({ databaseUrl, dataDir }, { postgresPassword }) {
  if (databaseUrl) return databaseUrl;
  const server = findServer({ dataDir, password: postgresPassword });
  if (!server) throw new Failure(say("postgres.notReady"));
  return server.url(siteDatabase);
}

/** Creates a database, as a copy of `template` if one is named. */
export async function createDatabase(serverUrl, name, template = "template1") {
  await query(serverUrl, `create database "${name}" template "${template}"`);
}

/** Whether this database holds the demo and nothing else, so that nothing real is lost by emptying it. */
export async function holdsDemo(url) {
  const [{ made }] = await query(url, "select to_regclass('public.installation') as made");
  if (!made) return false;
  const rows = await query(url, "select is_demo from public.installation");
  return rows.every((row) => row.is_demo);
}

/** Drops everything of a database except the database itself, which an owner on a shared server may not drop. */
export async function emptyDatabase(url) {
  const schemas = await query(
    url,
    "select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'",
  );
  for (const { name } of schemas) await query(url, `drop schema "${name}" cascade`);
  await query(url, "create schema public");
  // A new database comes with this grant; a schema made by hand does not.
  await query(url, "grant usage on schema public to public");
}

/** Refuses a PostgreSQL of one's own that cannot be reached or is older than 15. */
async function checkServer(url) {
  const place = serverOf(url);
  let version;
  try {
    [{ version }] = await query(
      url,
      "select current_setting('server_version_num')::int as version",
    );
  } catch (error) {
    throw new Failure(say("postgres.unreachable", { place, reason: reasonOf(error) }));
  }
  if (version < 150000) {
    const major = Math.floor(version / 10000);
    throw new Failure(say("postgres.tooOld", { place, major }));
  }
}

/** Whether the embedded server has this database; refuses a secrets.json that is another cluster's. */
async function databaseExists({ url, data }, name, dataDir) {
  try {
    const rows = await query(url("postgres"), "select 1 from pg_database where datname = $1", [
      name,
    ]);
    return rows.length > 0;
  } catch (error) {
    if (error.code !== wrongPassword) throw error;
    throw new Failure(say("postgres.otherSecrets", { data, file: join(dataDir, "secrets.json") }));
  }
}

/** Runs one statement on a server by itself. */
export async function query(url, text, values = []) {
  // Loaded late: it is there only after npm ci.
  const { default: postgres } = await import("postgres");
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    return await sql.unsafe(text, values);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

function serverOf(url) {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || 5432}`;
}

function reasonOf(error) {
  return error.code === "CONNECT_TIMEOUT"
    ? say("postgres.timedOut")
    : error.message || String(error.code);
}
