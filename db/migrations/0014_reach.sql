ALTER TABLE "start_links" ALTER COLUMN "issued_by_id" DROP NOT NULL;
--> statement-breakpoint
-- by hand
-- Four eyes are two persons, however many accounts each has: whoever wrote an answer, under whichever name.
create or replace function public.refuse_own_answer() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from public.follow_up_answers a join public.users w on w.id = a.written_by_id
      join public.users c on c.person_id = w.person_id where a.id = new.answer_id and c.id = new.checked_by_id) then
    raise exception 'Whoever wrote an answer cannot check it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- 立项 (0013): nobody confirms or publishes what they alone have written, and no administrator writes on it.
create or replace function public.keep_registration() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
declare
  decider uuid;
begin
  if tg_op <> 'DELETE' and exists (select from public.users where id = any (new.contributor_ids)
     and role in ('system_admin', 'security_admin', 'audit_admin')
     and (tg_op = 'INSERT' or id <> all (old.contributor_ids))) then
    raise exception 'An administrator takes no part in %', tg_table_name using errcode = 'check_violation';
  end if;
  if tg_op = 'INSERT' then
    if new.status <> 'draft' then
      raise exception 'A registration begins as a draft' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.status in ('confirmed', 'published') and (tg_op = 'DELETE' or new.status < old.status
     or (new.plan_id, new.document_id, new.document, new.plan, new.tasks, new.contributor_ids, new.confirmed_by_id, new.confirmed_at)
     is distinct from (old.plan_id, old.document_id, old.document, old.plan, old.tasks, old.contributor_ids, old.confirmed_by_id, old.confirmed_at)
     or old.status = 'published') then
    raise exception 'A confirmed registration is fixed' using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if new.status = 'confirmed' and old.status not in ('proposed', 'confirmed') then
    raise exception 'Nobody has proposed it' using errcode = 'check_violation';
  end if;
  if new.status in ('confirmed', 'published') and old.status is distinct from new.status then
    decider := coalesce(new.published_by_id, new.confirmed_by_id);
    if not exists (select from public.users where id = decider and role = 'director' and disabled_at is null) then
      raise exception 'The office director confirms and publishes' using errcode = 'check_violation';
    end if;
    if not exists (select from public.users w join public.users d on d.id = decider
       where w.id = any (new.contributor_ids) and w.person_id <> d.person_id) then
      raise exception 'Whoever wrote it alone does not decide on it' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
-- 更正 (0013): a second person, not a second account.
create or replace function public.stamp_correction() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  new.transaction_id := pg_current_xact_id();
  if not exists (select from public.correction_requests r join public.users u on u.id = new.confirmed_by_id
     join public.users p on p.id = r.proposed_by_id and p.person_id <> u.person_id
     where r.id = new.request_id and r.proposed_by_id = new.proposed_by_id and r.decided_by_id = new.confirmed_by_id and r.status = 'confirmed'
       and u.role in ('supervisor', 'director') and u.disabled_at is null) then
    raise exception 'A correction is what a second person has confirmed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- Nobody stands in for themselves.
create function public.refuse_own_deputy() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from public.users p join public.users d on d.person_id = p.person_id
     where p.id = new.principal_id and d.id = new.deputy_id) then
    raise exception 'Nobody is their own deputy' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger delegations_two_persons before insert or update of principal_id, deputy_id on public.delegations
  for each row execute function public.refuse_own_deputy();
--> statement-breakpoint
-- The administrators take no part in what came after 0012 either.
do $$
declare
  kind text[];
  kinds text[] := array[
    array['instructions', 'author_id', ''],
    array['instruction_handlings', 'handled_by_id', ''],
    array['follow_up_answers', 'written_by_id', ''],
    array['follow_up_checks', 'checked_by_id', ''],
    array['registrations', 'confirmed_by_id', 'published_by_id'],
    array['correction_requests', 'proposed_by_id', 'decided_by_id'],
    array['corrections', 'proposed_by_id', 'confirmed_by_id']];
begin
  foreach kind slice 1 in array kinds loop
    execute format('create trigger %I before insert or update of %s on public.%I for each row
      execute function public.refuse_administrators(''system_admin security_admin audit_admin'', %L, %L)',
      kind[1] || '_no_administrator', concat_ws(', ', kind[2], nullif(kind[3], '')), kind[1], kind[2], kind[3]);
  end loop;
end $$;
--> statement-breakpoint
-- Whoever holds a code can take its account over: an administrator's comes from a security administrator, any other from a
-- system administrator, nobody's own from themselves; without an issuer only from the owner of the database.
create function public.refuse_issuer() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.issued_by_id is null then
    if current_user <> (select tableowner from pg_tables where schemaname = 'public' and tablename = 'start_links') then
      raise exception 'A code has an issuer' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if not exists (select from public.users u join public.users g on g.id = new.issued_by_id
     where u.id = new.user_id and g.person_id <> u.person_id and g.disabled_at is null and g.role_granted_by_id is not null
       and g.role = (case when u.role in ('system_admin', 'security_admin', 'audit_admin') then 'security_admin' else 'system_admin' end)::public.role) then
    raise exception 'This administrator gives the account no code' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger start_links_issuer before insert or update of user_id, issued_by_id on public.start_links
  for each row execute function public.refuse_issuer();
--> statement-breakpoint
-- What a system administrator has given out until now for another administrator's account opens nothing any more.
alter table public.start_links disable trigger user;
--> statement-breakpoint
update public.start_links l set ended_at = now() from public.users u
  where u.id = l.user_id and u.role in ('system_admin', 'security_admin', 'audit_admin') and l.used_at is null and l.ended_at is null;
--> statement-breakpoint
alter table public.start_links enable trigger user;
--> statement-breakpoint
-- Whoever becomes an administrator has a new password: nobody who knew the old one, or made it, comes in.
create function public.demand_new_password() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception 'An administrator has a new password' using errcode = 'check_violation';
end $$;
--> statement-breakpoint
create trigger users_new_power before update on public.users for each row
  when (new.role in ('system_admin', 'security_admin', 'audit_admin') and new.role_granted_by_id is not null and not new.is_demo
    and (old.role_granted_by_id is null or old.role is distinct from new.role) and old.password_hash = new.password_hash)
  execute function public.demand_new_password();
--> statement-breakpoint
-- An administrator's password is changed by themselves, or ended by a security administrator: the event says so.
create function public.demand_own_event() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from public.audit_events e left join public.users a on a.id = e.actor_id
      where e.transaction_id = pg_current_xact_id() and (e.actor_id = new.id or a.role = 'security_admin' or (e.actor_id is null
        and current_user = (select tableowner from pg_tables where schemaname = 'public' and tablename = 'users')))) then
    raise exception 'The password of an administrator is changed by somebody else' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger users_admin_password after update of password_hash on public.users deferrable initially deferred for each row
  when (new.role in ('system_admin', 'security_admin', 'audit_admin') and old.password_hash is distinct from new.password_hash)
  execute function public.demand_own_event();
