-- What earlier steps of the same upgrade have changed of the units is checked now, not at the end: their table is altered.
set constraints all immediate;--> statement-breakpoint
set constraints all deferred;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "name_en" text;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "title_en" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "title_en" text;--> statement-breakpoint
-- by hand
-- A translation is words of a task or a plan as the others are: it changes with a 更正 only.
create or replace function public.keep_promise() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
declare
  was jsonb := to_jsonb(old);
  becomes jsonb := to_jsonb(new);
  name text;
begin
  if old.baseline_due_on is not null and new.baseline_due_on is distinct from old.baseline_due_on
     and not public.is_corrected(new.id, 'baseline_due_on', becomes -> 'baseline_due_on') then
    raise exception 'The baseline of % is fixed', old.code using errcode = 'check_violation';
  end if;
  foreach name in array array['code', 'document_id', 'plan_id', 'registration_id', 'title', 'title_en', 'quote', 'quote_start', 'quote_end',
    'reference', 'note', 'owner_verbatim', 'deadline_verbatim', 'deadline_kind', 'deadline_note', 'window_start'] loop
    continue when was -> name = becomes -> name;
    continue when public.is_corrected(new.id, name, becomes -> name);
    -- What stands behind a corrected place of the text moves with it.
    continue when name in ('quote_start', 'quote_end') and public.is_corrected(new.document_id, 'text', null);
    raise exception 'What the document says of % is fixed', old.code using errcode =
      case when name in ('code', 'document_id', 'quote', 'quote_start', 'quote_end', 'deadline_verbatim')
        then 'check_violation' else 'insufficient_privilege' end;
  end loop;
  return new;
end $$;
--> statement-breakpoint
create or replace function public.keep_words() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
declare
  was jsonb := to_jsonb(old);
  becomes jsonb := to_jsonb(new);
  name text;
begin
  for name in select jsonb_object_keys(becomes) loop
    continue when was -> name = becomes -> name;
    continue when tg_table_name = 'plans' and name not in ('slug', 'document_id', 'title', 'title_en', 'short_title', 'summary');
    continue when public.is_corrected(new.id, name, becomes -> name);
    raise exception 'What the % says is fixed', tg_table_name using errcode = 'check_violation';
  end loop;
  return new;
end $$;
