-- Words can be erased, the trace of them not: on request, and after the time of keeping.
CREATE TABLE "letter_erasures" (
	"letter_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"reason" text,
	"erased_by_id" uuid,
	"erased_at" timestamp with time zone NOT NULL,
	CONSTRAINT "letter_erasures_letter_id_cause_pk" PRIMARY KEY("letter_id","cause"),
	CONSTRAINT "letter_erasures_reason" CHECK (("letter_erasures"."cause" = 'request') = ("letter_erasures"."reason" is not null and "letter_erasures"."erased_by_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "letter_erasures" ADD CONSTRAINT "letter_erasures_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_erasures" ADD CONSTRAINT "letter_erasures_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_erasures" ADD CONSTRAINT "letter_erasures_erased_by_id_users_id_fk" FOREIGN KEY ("erased_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
create function without_names(files jsonb) returns jsonb language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(jsonb_agg(each.file || '{"name": "—"}' order by each.place), '[]')
  from jsonb_array_elements(files) with ordinality as each (file, place)
$$;
--> statement-breakpoint
-- A row with its words gone and everything else as it was.
create function without_words(kept jsonb) returns jsonb language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_object_agg(key, case
    when key in ('body', 'reason', 'basis') and value <> 'null' then '"—"'
    when key = 'content' then value || '{"question": "—", "answer": "—"}'
    when key = 'evidence' then public.without_names(value)
    else value end) from jsonb_each(kept)
$$;
--> statement-breakpoint
-- Append-only, but for the words that an erasure names: the letter's own for any, those of its answers for one on request.
create function refuse_change_but_erasure() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  kept jsonb := to_jsonb(old);
  letter uuid;
begin
  if tg_table_name = 'letters' then
    letter := kept ->> 'id';
  else
    select s.letter_id into letter from public.submissions s where s.id = (kept ->> 'submission_id')::uuid;
  end if;
  if tg_op = 'UPDATE' and to_jsonb(new) = public.without_words(kept) and exists (select from public.letter_erasures e
      where e.letter_id = letter and (e.cause = 'request' or tg_table_name = 'letters')) then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['letters', 'revisions', 'review_decisions', 'releases', 'withdrawals'] loop
    execute format('drop trigger %I on %I', name || '_rows_fixed', name);
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change_but_erasure()', name || '_rows_fixed', name);
  end loop;
end $$;
--> statement-breakpoint
-- The evidence of an erased answer goes, though it was sent.
create or replace function public.keep_evidence() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if public.is_given_up(old) or exists (
      select 1 from public.submissions s join public.letter_erasures e on e.letter_id = s.letter_id
      where s.id = old.submission_id and e.cause = 'request') then
    return old;
  end if;
  raise exception 'Evidence that was sent, or may be, stays' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger letter_erasures_rows_fixed before update or delete on letter_erasures for each row execute function refuse_change();
--> statement-breakpoint
create trigger letter_erasures_kept before truncate on letter_erasures for each statement execute function refuse_change();
--> statement-breakpoint
create constraint trigger letter_erasures_recorded after insert on letter_erasures
  deferrable initially deferred for each row execute function demand_event();
--> statement-breakpoint
-- It runs as its owner, because the app's role may not touch what it erases but through a row that says so.
create function erase_words() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  digests text[];
begin
  update public.letters l set body = '—' where l.id = new.letter_id;
  delete from public.letter_addresses a where a.letter_id = new.letter_id;
  if new.cause = 'request' then
    update public.submissions s set content = s.content || '{"question": "—", "answer": "—"}' where s.letter_id = new.letter_id;
    update public.revisions r set content = r.content || '{"question": "—", "answer": "—"}', evidence = public.without_names(r.evidence)
      from public.submissions s where s.id = r.submission_id and s.letter_id = new.letter_id;
    update public.review_decisions d set reason = '—'
      from public.submissions s where s.id = d.submission_id and s.letter_id = new.letter_id and d.reason is not null;
    update public.releases r set basis = '—'
      from public.submissions s where s.id = r.submission_id and s.letter_id = new.letter_id;
    update public.withdrawals w set reason = '—'
      from public.submissions s where s.id = w.submission_id and s.letter_id = new.letter_id;
    with gone as (delete from public.evidence e using public.submissions s
      where s.id = e.submission_id and s.letter_id = new.letter_id returning e.sha256)
    select array_agg(sha256) into digests from gone;
    delete from public.files f where f.sha256 = any (digests)
      and not exists (select from public.evidence e where e.sha256 = f.sha256);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger letter_erasures_erase after insert on letter_erasures for each row execute function erase_words();
--> statement-breakpoint
create trigger letter_erasures_notify after insert on letter_erasures for each row execute function notify_task_changed();
