import { Failure } from "../report/failure.mjs";
import { say } from "../report/words.mjs";
import { query } from "./query.mjs";

/** The address by which a role reaches the same database. */
export function roleUrl(url, role, password) {
  const address = new URL(url);
  address.username = encodeURIComponent(role);
  address.password = encodeURIComponent(password);
  return address.href;
}

/**
 * Makes the login roles {name, password, variable} that are missing; `variable` is where the name of one can be given.
 * One that is there keeps its password, because another site may be running with it: if ours is not its password, that is
 * refused in a sentence. Only on a server that is ours alone (`isOurs`), where no site runs yet, it is set anew.
 */
export async function makeRoles(adminUrl, roles, { isOurs }) {
  for (const role of roles) {
    const { name, password, variable } = role;
    if (Buffer.byteLength(name) > 63) {
      throw new Failure(say("postgres.roleTooLong", { name, variable }));
    }
    if (!(await exists(adminUrl, role))) await make(adminUrl, role);
    else if (!(await signsIn(adminUrl, role))) {
      if (!isOurs) throw new Failure(say("postgres.rolePassword", { name, variable }));
      await command(adminUrl, "alter role %I login password %L", name, password);
    }
  }
}

async function exists(adminUrl, { name }) {
  return (await query(adminUrl, "select 1 from pg_roles where rolname = $1", [name])).length > 0;
}

async function make(adminUrl, { name, password, variable }) {
  const may = "select 1 from pg_roles where rolname = current_user and (rolsuper or rolcreaterole)";
  const allowed = (await query(adminUrl, may)).length > 0;
  if (!allowed) throw new Failure(say("postgres.roleMissing", { name, variable }));
  await command(adminUrl, "create role %I login password %L", name, password);
}

/** Whether the server takes the password. That it then keeps the role out of this database is another matter. */
async function signsIn(adminUrl, { name, password }) {
  try {
    await query(roleUrl(adminUrl, name, password), "select 1");
    return true;
  } catch (error) {
    return !String(error.code).startsWith("28");
  }
}

/** Keeps everybody but its owner and `roles` out of a database. Refuses whoever does not own it. */
export async function openOnlyTo(ownerUrl, roles) {
  const [database] = await query(
    ownerUrl,
    "select datname as name, pg_has_role(datdba, 'member') as mine from pg_database where datname = current_database()",
  );
  if (!database.mine) throw new Failure(say("setup.prepare.privilege"));
  await command(ownerUrl, "revoke all on database %I from public", database.name);
  for (const role of roles) {
    await command(ownerUrl, "grant connect on database %I to %I", database.name, role);
  }
}

/**
 * Gives a database of the embedded server, and everything in it that the superuser made before there was an owner, to
 * `owner`; keeps everybody out of the server's own databases, and from large objects, which nothing here uses.
 */
export async function handOver(superUrl, owner) {
  const statements = await query(superUrl, handOverStatements, [owner]);
  if (statements.length > 0) await query(superUrl, statements.map(({ text }) => text).join(";"));
}

// Each statement only if it is needed: a start changes nothing that is as it should be.
const handOverStatements = `
  with ours as (
    select oid, nspname, nspowner from pg_namespace where nspname in ('public', 'drizzle', 'graphile_worker')
  ), root as (
    select oid from pg_roles where rolname = current_user
  )
  select format('alter database %I owner to %I', datname, $1::text) as text from pg_database, root
    where datname = current_database() and datdba = root.oid
  union all
  select format('alter schema %I owner to %I', nspname, $1) from ours, root where nspowner = root.oid
  union all
  select format('alter %s %I.%I owner to %I',
      case c.relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end, nspname, c.relname, $1)
    from pg_class c join ours on ours.oid = c.relnamespace, root
    where c.relkind in ('r', 'v', 'S') and c.relowner = root.oid and not exists (
      select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')
        and d.refclassid = 'pg_class'::regclass)
  union all
  select format('alter function %s owner to %I', p.oid::regprocedure, $1)
    from pg_proc p join ours on ours.oid = p.pronamespace, root where p.proowner = root.oid
  union all
  select format('alter type %I.%I owner to %I', nspname, t.typname, $1)
    from pg_type t join ours on ours.oid = t.typnamespace left join pg_class c on c.oid = t.typrelid, root
    where t.typowner = root.oid and (t.typtype in ('e', 'd') or c.relkind = 'c')
  union all
  select format('revoke execute on function %s from public', p.oid::regprocedure) from pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace and p.proname ~ '^lo(_|read$|write$)'
      and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) where grantee = 0)
  union all
  select format('revoke all on database %I from public', datname) from pg_database
    where datname in ('postgres', 'template1')
      and exists (select from aclexplode(coalesce(datacl, acldefault('d', datdba))) where grantee = 0)`;

/** A statement that takes no parameters, with its names and words quoted by the server itself. */
async function command(url, form, ...values) {
  const [{ text }] = await query(url, "select format($1, variadic $2::text[]) as text", [
    form,
    values,
  ]);
  await query(url, text);
}
