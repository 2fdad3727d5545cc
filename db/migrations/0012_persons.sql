ALTER TABLE "users" ADD COLUMN "person_id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "branch_id" uuid;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_branch_id_departments_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "users_person_id_index" ON "users" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_branch_of_overseer" CHECK ("users"."branch_id" is null or "users"."role" not in ('official', 'head', 'auditor'));
--> statement-breakpoint
-- by hand
drop trigger users_recorded on public.users;
--> statement-breakpoint
drop trigger departments_recorded on public.departments;
--> statement-breakpoint
-- Whoever works already was let in by the administrator of before.
update public.users set role_granted_by_id = coalesce(
  (select a.id from public.users a where a.role = 'system_admin' order by a.created_at, a.id limit 1), id);
--> statement-breakpoint
-- Four eyes are two persons, however many accounts each has (0002).
create or replace function public.refuse_own_work() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  persons uuid[] := array(select person_id from public.users where id in (new.decided_by_id, new.on_behalf_of_id));
begin
  if exists (select from public.contributors c join public.users u on u.id = c.user_id
             where c.submission_id = new.submission_id and u.person_id = any (persons)) then
    raise exception 'A contributor cannot decide, nor have it decided' using errcode = 'check_violation';
  end if;
  if exists (select from public.review_decisions d join public.users u on u.id in (d.decided_by_id, d.on_behalf_of_id)
             where d.revision_id = new.revision_id and u.person_id = any (persons)) then
    raise exception 'One person counts once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create function public.refuse_own_release() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from public.contributors c join public.users w on w.id = c.user_id
             join public.users r on r.person_id = w.person_id
             where c.submission_id = new.submission_id and r.id = new.released_by_id) then
    raise exception 'A contributor cannot release' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger releases_four_eyes before insert on public.releases for each row
  when (new.disclosure <> 'withheld') execute function public.refuse_own_release();
--> statement-breakpoint
-- The three administrators take no part in the business, nor does an account whose role nobody has granted. The first
-- argument names the roles that are refused, the others the columns that name an account.
create function public.refuse_administrators() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  refused text[] := string_to_array(tg_argv[0], ' ');
  former jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end;
  accounts uuid[] := array(select (to_jsonb(new) ->> named)::uuid from unnest(tg_argv) as named
    where (to_jsonb(new) ->> named) is distinct from (former ->> named));
begin
  if exists (select from public.users where id = any (accounts)
             and (role::text = any (refused) or role_granted_by_id is null)) then
    raise exception 'An administrator takes no part in %', tg_table_name using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
do $$
declare
  kind text[];
  kinds text[] := array[
    array['submissions', 'created_by_id', ''],
    array['contributors', 'user_id', ''],
    array['revisions', 'submitted_by_id', ''],
    array['review_decisions', 'decided_by_id', 'on_behalf_of_id'],
    array['releases', 'released_by_id', ''],
    array['withdrawals', 'withdrawn_by_id', ''],
    array['evidence', 'uploaded_by_id', ''],
    array['due_moves', 'moved_by_id', ''],
    array['letter_erasures', 'erased_by_id', ''],
    array['delegations', 'principal_id', 'deputy_id'],
    array['chases', 'sent_by_id', 'answered_by_id'],
    array['escalations', 'acknowledged_by_id', ''],
    array['tasks', 'received_by_id', 'struck_off_by_id']];
begin
  foreach kind slice 1 in array kinds loop
    execute format('create trigger %I before insert or update of %s on public.%I for each row
      execute function public.refuse_administrators(''system_admin security_admin audit_admin'', %L, %L)',
      kind[1] || '_no_administrator', concat_ws(', ', kind[2], nullif(kind[3], '')), kind[1], kind[2], kind[3]);
  end loop;
end $$;
--> statement-breakpoint
create trigger comments_no_administrator before insert on public.comments for each row
  execute function public.refuse_administrators('security_admin audit_admin', 'author_id');
--> statement-breakpoint
-- A role, the branch it is bound to and the person who holds it are granted by a security administrator, to somebody else;
-- or at a start by the owner of the database, to the first account of an administrator's role.
create function public.refuse_ungranted() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.role_granted_by_id is null or not exists (select from public.installation) then
    return new;
  end if;
  if tg_op = 'UPDATE' and (new.role, new.person_id, new.branch_id, new.role_granted_by_id)
     is not distinct from (old.role, old.person_id, old.branch_id, old.role_granted_by_id) then
    return new;
  end if;
  if tg_op = 'INSERT' and new.role in ('system_admin', 'security_admin', 'audit_admin')
     and current_user = (select tableowner from pg_tables where schemaname = 'public' and tablename = 'users')
     and not exists (select from public.users where role = new.role) then
    return new;
  end if;
  if not exists (select from public.users g where g.id = new.role_granted_by_id and g.id <> new.id
                 and g.person_id <> new.person_id and g.role = 'security_admin' and g.role_granted_by_id is not null
                 and g.disabled_at is null) then
    raise exception 'A role is granted by a security administrator, to somebody else' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger users_granted before insert or update on public.users for each row execute function public.refuse_ungranted();
--> statement-breakpoint
-- Whoever granted it is who did it: the event of the transaction says so.
create function public.demand_grant_event() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from public.installation) and not exists (select from public.audit_events
      where transaction_id = pg_current_xact_id() and (actor_id = new.role_granted_by_id or actor_id is null
        and current_user = (select tableowner from pg_tables where schemaname = 'public' and tablename = 'users'))) then
    raise exception 'A granted role has no event of its grantor in the history' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger users_grant_inserted after insert on public.users deferrable initially deferred for each row
  when (new.role_granted_by_id is not null) execute function public.demand_grant_event();
--> statement-breakpoint
create constraint trigger users_grant_changed after update on public.users deferrable initially deferred for each row
  when (new.role_granted_by_id is not null and (new.role, new.person_id, new.branch_id, new.role_granted_by_id)
    is distinct from (old.role, old.person_id, old.branch_id, old.role_granted_by_id))
  execute function public.demand_grant_event();
--> statement-breakpoint
-- Over all enabled accounts of a person (GB/T 22239 8.1.5.1-3): an administrator is nothing else.
create function public.refuse_combined_roles() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  held text[];
begin
  perform pg_advisory_xact_lock(hashtextextended('person ' || new.person_id, 0));
  held := array(select distinct role::text from public.users where person_id = new.person_id and disabled_at is null);
  if cardinality(held) > 1 and held && array['system_admin', 'security_admin', 'audit_admin'] then
    raise exception 'Nobody is an administrator and anything else besides' using errcode = 'check_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger users_one_power after insert or update of role, person_id, disabled_at on public.users
  deferrable initially deferred for each row execute function public.refuse_combined_roles();
--> statement-breakpoint
-- Accounts and units are made and changed with an event, but by the seed of an installation that is not there yet.
create function public.demand_event_of_office() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from public.installation)
     and not exists (select from public.audit_events where transaction_id = pg_current_xact_id()) then
    raise exception 'A change of % has no event in the history', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger users_recorded after insert or update on public.users
  deferrable initially deferred for each row execute function public.demand_event_of_office();
--> statement-breakpoint
create constraint trigger departments_recorded after insert or update on public.departments
  deferrable initially deferred for each row execute function public.demand_event_of_office();
