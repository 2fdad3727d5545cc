import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { StrongRole } from "@/db/grants";
import { migrateDatabase, roleUrl } from "@/db/migrate";
import { createDatabase } from "@/scripts/postgres/database.mjs";
import { makeRoles, openOnlyTo } from "@/scripts/postgres/roles.mjs";
import { databaseUrlOf } from "@/scripts/test/server.mjs";

// Two installations on one PostgreSQL, each prepared by an owner who is no superuser, as a start with DATABASE_URL does.

const { superUrl } = inject("testServer");
const suffix = randomBytes(4).toString("hex");
const opened: ReturnType<typeof postgres>[] = [];

function open(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  opened.push(sql);
  return sql;
}
const ask = (url: string, text: string) => open(url).unsafe(text);

async function installation(name: string, { mayMakeRoles = true } = {}) {
  const database = `${name}_${suffix}`;
  const password = randomBytes(8).toString("hex");
  const owner = `${database}_owner`;
  await ask(
    superUrl,
    `create role ${owner} login ${mayMakeRoles ? "createrole" : ""} password '${password}'`,
  );
  await createDatabase(superUrl, { name: database, owner });
  const ownerUrl = roleUrl(databaseUrlOf(superUrl, database), owner, password);
  const roles = ["app", "worker"].map((part) => ({
    name: `${database}_${part}`,
    password: `${part}-${password}`,
    variable: `${part.toUpperCase()}_ROLE`,
  }));
  const names = { app: `${database}_app`, worker: `${database}_worker` };
  return {
    ...{ database, owner, ownerUrl, roles, names },
    appUrl: roleUrl(ownerUrl, names.app, `app-${password}`),
    workerUrl: roleUrl(ownerUrl, names.worker, `worker-${password}`),
    start: async () => {
      await makeRoles(ownerUrl, roles, { isOurs: false });
      await openOnlyTo(ownerUrl, Object.values(names));
      await migrateDatabase(ownerUrl, names);
    },
  };
}
type Installation = Awaited<ReturnType<typeof installation>>;

const made: Installation[] = [];
async function begin(...wanted: Parameters<typeof installation>) {
  const one = await installation(...wanted);
  made.push(one);
  return one;
}

afterAll(async () => {
  for (const sql of opened) await sql.end({ timeout: 1 });
  const cleaning = postgres(superUrl, { max: 1, onnotice: () => {} });
  for (const { database, owner, roles } of made) {
    await cleaning.unsafe(`drop database ${database} with (force)`);
    for (const { name } of roles) await cleaning.unsafe(`drop role if exists ${name}`);
    await cleaning.unsafe(`drop role ${owner}`);
  }
  await cleaning.end();
});

describe("two installations on one server", () => {
  let first: Installation;
  let second: Installation;
  beforeAll(async () => {
    [first, second] = [await begin("first"), await begin("second")];
    await first.start();
    await ask(first.ownerUrl, "grant select on all tables in schema public to taizhang_app");
  });

  test("one is prepared and the other started again while it works, and neither notices", async () => {
    const site = open(first.appUrl);
    await site.begin(async (tx) => {
      await tx`select count(*) from tasks`;
      await second.start();
      await first.start();
      await tx`select count(*) from tasks`;
    });
    expect(await ask(first.appUrl, "select count(*)::int as n from tasks")).toEqual([{ n: 0 }]);
    expect(await ask(second.appUrl, "select count(*)::int as n from tasks")).toEqual([{ n: 0 }]);
  });

  test.each(["app", "worker", "owner"] as const)(
    "%s of one gets into the other nowhere",
    async (part) => {
      for (const [own, other] of [
        [first, second],
        [second, first],
      ] as const) {
        const url = new URL(own[`${part}Url`]);
        url.pathname = other.database;
        await expect(ask(url.href, "select 1")).rejects.toMatchObject({ code: "42501" });
      }
    },
  );

  test("a role that the other's name was given keeps its password, and the start says so", async () => {
    const [role] = first.roles;
    const taken = { name: role?.name, password: "another", variable: "APP_ROLE" };
    const refused = makeRoles(second.ownerUrl, [taken], { isOurs: false });
    await expect(refused).rejects.toThrow("APP_ROLE_PASSWORD");
    expect(await ask(first.appUrl, "select 1 as here")).toEqual([{ here: 1 }]);
  });

  test("the site's role sees no queue, and what it queues the worker finds", async () => {
    await ask(first.appUrl, `select public.queue_job('remind', '{}', 'remind')`);
    expect(await ask(first.workerUrl, "select key from graphile_worker.jobs")).toEqual([
      { key: "remind" },
    ]);
    await expect(ask(first.appUrl, "select 1 from graphile_worker.jobs")).rejects.toMatchObject({
      code: "42501",
    });
  });

  test("of what 0.2.0 granted to a role of every installation, a start leaves nothing", async () => {
    const granted = `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and has_table_privilege('taizhang_app', oid, 'select')`;
    expect(await ask(first.ownerUrl, granted)).toEqual([]);
  });
});

describe("an owner who may make no roles", () => {
  test("finds them made, or says which to make", async () => {
    const plain = await begin("plain", { mayMakeRoles: false });
    await expect(plain.start()).rejects.toThrow(`create role "${plain.names.app}" login`);
    for (const { name, password } of plain.roles)
      await ask(superUrl, `create role ${name} login password '${password}'`);
    await plain.start();
    expect(await ask(plain.appUrl, "select count(*)::int as n from tasks")).toEqual([{ n: 0 }]);
  });

  test("is told of a role that is more than a login", async () => {
    const [plain] = made.filter(({ database }) => database.startsWith("plain"));
    if (!plain) throw new Error("The owner is not there");
    await ask(superUrl, `grant pg_read_all_data to ${plain.names.app}`);
    await expect(plain.start()).rejects.toThrow(StrongRole);
  });
});
