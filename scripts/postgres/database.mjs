import { Failure } from "../report/failure.mjs";

/** Refuses a PostgreSQL of one's own that cannot be reached or is older than 15. */
export async function checkServer(url) {
  const { hostname, port } = new URL(url);
  const place = `${hostname}:${port || 5432}`;
  let version;
  try {
    [{ version }] = await query(
      url,
      "select current_setting('server_version_num')::int as version",
    );
  } catch (error) {
    throw new Failure(
      `连不上 DATABASE_URL 指定的 PostgreSQL（${place}）：${reasonOf(error)}；请检查地址、用户、密码和网络后再运行。`,
    );
  }
  if (version < 150000) {
    const major = Math.floor(version / 10000);
    throw new Failure(
      `${place} 的 PostgreSQL 是 ${major}，需要 15 或更新的版本：请升级它，或去掉 DATABASE_URL 改用内置的数据库。`,
    );
  }
}

/** The address by which the site itself signs in: same server and database, the role that migrations make for it. */
export function appUrl(ownerUrl, appRolePassword) {
  const url = new URL(ownerUrl);
  url.username = "taizhang_app";
  url.password = encodeURIComponent(appRolePassword);
  return url.href;
}

/** Creates a database, as a copy of `template` if one is named. */
export async function createDatabase(serverUrl, name, template = "template1") {
  await query(serverUrl, `create database "${name}" template "${template}"`);
}

export async function databaseExists(serverUrl, name) {
  const rows = await query(serverUrl, "select 1 from pg_database where datname = $1", [name]);
  return rows.length > 0;
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

async function query(url, text, values = []) {
  // Loaded late: it is there only after npm ci.
  // biome-ignore lint/style/noRestrictedImports: these are commands to the server, not queries of the product.
  const { default: postgres } = await import("postgres");
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    return await sql.unsafe(text, values);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

function reasonOf(error) {
  return error.code === "CONNECT_TIMEOUT" ? "连接超时" : error.message || error.code;
}
