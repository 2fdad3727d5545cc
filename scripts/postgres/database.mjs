import { join } from "node:path";
import { supervise } from "../processes/supervise.mjs";
import { Failure } from "../report/failure.mjs";
import { say } from "../report/words.mjs";
import { query } from "./query.mjs";
import { handOver, makeRoles, openOnlyTo, roleUrl } from "./roles.mjs";
import { findServer, startPostgres } from "./server.mjs";

const wrongPassword = "28P01";

/** The database that the embedded server keeps for the site, and who owns it there. */
export const siteDatabase = "taizhang";
const siteOwner = "taizhang_owner";

/**
 * Opens the database of this configuration, one's own or the embedded one, with its roles made. Returns {ownerUrl, place,
 * version, folder, lost}: the embedded one is kept going on its port in `folder`; `lost` rejects when it cannot be. Nobody
 * but the roles gets in.
 */
export async function openDatabase(config, secrets) {
  const { databaseUrl, dataDir } = config;
  if (databaseUrl) {
    const version = await checkServer(databaseUrl);
    await makeRoles(databaseUrl, servingRoles(config, secrets), { isOurs: false });
    await openOnlyTo(databaseUrl, [config.appRole, config.workerRole]);
    return {
      ownerUrl: databaseUrl,
      place: say("postgres.ownDatabase", {
        place: `${serverOf(databaseUrl)}${new URL(databaseUrl).pathname}`,
      }),
      version,
      lost: new Promise(() => {}),
    };
  }
  const { first: server, lost } = await supervise("PostgreSQL", (last) =>
    startPostgres({ dataDir, password: secrets.postgresPassword, port: last?.port }),
  );
  await refuseOtherSecrets(server, dataDir);
  await openEmbedded(server, config, secrets);
  return {
    ownerUrl: ownerUrlOf(server, secrets),
    place: server.data,
    folder: server.data,
    version: await versionOf(server.url("postgres")),
    lost,
  };
}

/** The owner's address of the database of a site that runs elsewhere on this configuration. */
export function findRunningDatabase({ databaseUrl, dataDir }, secrets) {
  if (databaseUrl) return databaseUrl;
  const server = findServer({ dataDir, password: secrets.postgresPassword });
  if (!server) throw new Failure(say("postgres.notReady"));
  return ownerUrlOf(server, secrets);
}

const ownerUrlOf = (server, { ownerRolePassword }) =>
  roleUrl(server.url(siteDatabase), siteOwner, ownerRolePassword);

/** The roles that sign in for the site and its worker. */
function servingRoles({ appRole, workerRole }, { appRolePassword, workerRolePassword }) {
  return [
    { name: appRole, password: appRolePassword, variable: "APP_ROLE" },
    { name: workerRole, password: workerRolePassword, variable: "WORKER_ROLE" },
  ];
}

/** The superuser's whole part: roles, the database and its owner. The rest the owner does, who is none. */
async function openEmbedded(server, config, secrets) {
  const superUrl = server.url("postgres");
  const owner = { name: siteOwner, password: secrets.ownerRolePassword };
  await makeRoles(superUrl, [owner, ...servingRoles(config, secrets)], { isOurs: true });
  if (!(await databaseExists(superUrl, siteDatabase))) {
    await createDatabase(superUrl, { name: siteDatabase, owner: siteOwner });
  }
  await handOver(server.url(siteDatabase), siteOwner);
  await openOnlyTo(server.url(siteDatabase), [config.appRole, config.workerRole]);
}

/** Creates a database of `owner` that nobody else gets into, as a copy of `template` if one is named. Asked by the superuser. */
export async function createDatabase(superUrl, { name, owner, template = "template1" }) {
  await query(superUrl, `create database "${name}" template "${template}" owner "${owner}"`);
  await query(superUrl, `revoke all on database "${name}" from public`);
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
}

/** The version of a PostgreSQL of one's own as its server counts, such as 180006; refuses one that cannot be reached or is older than 15. */
async function checkServer(url) {
  const place = serverOf(url);
  let version;
  try {
    version = await versionOf(url);
  } catch (error) {
    throw new Failure(say("postgres.unreachable", { place, reason: reasonOf(error) }));
  }
  if (version < 150000) {
    const major = Math.floor(version / 10000);
    throw new Failure(say("postgres.tooOld", { place, major }));
  }
  return version;
}

async function versionOf(url) {
  const [row] = await query(url, "select current_setting('server_version_num')::int as version");
  return row.version;
}

/** Refuses a secrets.json that is another cluster's. */
async function refuseOtherSecrets({ url, data }, dataDir) {
  try {
    await query(url("postgres"), "select 1");
  } catch (error) {
    if (error.code !== wrongPassword) throw error;
    throw new Failure(say("postgres.otherSecrets", { data, file: join(dataDir, "secrets.json") }));
  }
}

async function databaseExists(superUrl, name) {
  const rows = await query(superUrl, "select 1 from pg_database where datname = $1", [name]);
  return rows.length > 0;
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
