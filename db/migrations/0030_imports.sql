CREATE TYPE "public"."candidate_kind" AS ENUM('goal', 'measure', 'submeasure', 'requirement');--> statement-breakpoint
CREATE TYPE "public"."candidate_state" AS ENUM('proposed', 'confirmed', 'edited', 'rejected', 'merged', 'known');--> statement-breakpoint
CREATE TYPE "public"."certainty" AS ENUM('sure', 'likely', 'doubtful');--> statement-breakpoint
CREATE TYPE "public"."change_decision" AS ENUM('stays', 'adjust', 'correct');--> statement-breakpoint
CREATE TYPE "public"."import_state" AS ENUM('reading', 'read', 'refused', 'confirmed', 'abandoned');--> statement-breakpoint
CREATE TYPE "public"."owner_role" AS ENUM('lead', 'co_lead', 'cooperating', 'implementing');--> statement-breakpoint
CREATE TYPE "public"."read_stage" AS ENUM('waiting', 'reading', 'proposing', 'done');--> statement-breakpoint
CREATE TYPE "public"."time_kind" AS ENUM('date', 'range', 'relative', 'recurring', 'ongoing', 'vague', 'event', 'target');--> statement-breakpoint
CREATE TYPE "public"."unit_find" AS ENUM('name', 'short_name', 'alias', 'former_name', 'without_place', 'collective', 'office', 'ambiguous', 'unknown');--> statement-breakpoint
CREATE TABLE "candidate_deadlines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"candidate_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"starts_at" integer NOT NULL,
	"ends_at" integer NOT NULL,
	"kind" time_kind NOT NULL,
	"from_day" date,
	"to_day" date,
	"precision" text NOT NULL,
	"anchor" text,
	"is_soft" boolean NOT NULL,
	"rrule" text,
	"amount" integer,
	"unit" text,
	"rule" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "candidate_owners" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"candidate_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"role" "owner_role" NOT NULL,
	"starts_at" integer NOT NULL,
	"ends_at" integer NOT NULL,
	"rule" text NOT NULL,
	"found_id" uuid,
	"find" "unit_find" NOT NULL,
	"chosen_id" uuid,
	"chosen_by_id" uuid,
	"chosen_at" timestamp with time zone,
	CONSTRAINT "candidate_owners_chosen" CHECK (("candidate_owners"."chosen_by_id" is null) = ("candidate_owners"."chosen_at" is null)),
	CONSTRAINT "candidate_owners_found" CHECK (("candidate_owners"."found_id" is null) = ("candidate_owners"."find" in ('ambiguous', 'unknown')))
);
--> statement-breakpoint
CREATE TABLE "candidate_targets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"candidate_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"starts_at" integer NOT NULL,
	"ends_at" integer NOT NULL,
	"name_start" integer,
	"name_end" integer,
	"comparator" text NOT NULL,
	"value" text NOT NULL,
	"unit" text NOT NULL,
	"base_year" integer,
	"target_year" integer,
	"rule" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_blocks" (
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"starts_at" integer NOT NULL,
	"ends_at" integer NOT NULL,
	"page" integer,
	"outline" integer,
	"table_number" integer,
	"row_number" integer,
	"column_number" integer,
	"address" text,
	"is_merged" boolean DEFAULT false NOT NULL,
	CONSTRAINT "document_blocks_import_id_position_pk" PRIMARY KEY("import_id","position"),
	CONSTRAINT "document_blocks_cell" CHECK (num_nulls("document_blocks"."table_number", "document_blocks"."row_number", "document_blocks"."column_number") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "edition_decisions" (
	"import_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"decision" "change_decision" NOT NULL,
	"note" text NOT NULL,
	"decided_by_id" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "edition_decisions_import_id_task_id_pk" PRIMARY KEY("import_id","task_id")
);
--> statement-breakpoint
CREATE TABLE "import_candidates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"path" text NOT NULL,
	"kind" "candidate_kind" NOT NULL,
	"parent_id" uuid,
	"title_start" integer NOT NULL,
	"title_end" integer NOT NULL,
	"quotes" jsonb NOT NULL,
	"headings" jsonb NOT NULL,
	"section" integer,
	"lead_ins" jsonb NOT NULL,
	"owner_start" integer,
	"owner_end" integer,
	"owner_scope" text NOT NULL,
	"is_open_ended" boolean NOT NULL,
	"certainty" "certainty" NOT NULL,
	"evidence" jsonb NOT NULL,
	"is_optional" boolean NOT NULL,
	"is_known" boolean DEFAULT false NOT NULL,
	"split_from_id" uuid,
	"state" "candidate_state" DEFAULT 'proposed' NOT NULL,
	"edited" jsonb,
	"answered" text[] DEFAULT '{}' NOT NULL,
	"merged_into_id" uuid,
	"decided_by_id" uuid,
	"decided_at" timestamp with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "import_candidates_decided" CHECK (("import_candidates"."decided_by_id" is null) = ("import_candidates"."decided_at" is null)
        and ("import_candidates"."state" in ('proposed', 'known')) = ("import_candidates"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"department_id" uuid NOT NULL,
	"head" text NOT NULL,
	"roles" jsonb NOT NULL,
	"set_by_id" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_mappings_department_id_head_pk" PRIMARY KEY("department_id","head")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea",
	"state" "import_state" DEFAULT 'reading' NOT NULL,
	"stage" "read_stage" DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"refusal" jsonb,
	"reader_version" integer,
	"grammar_version" integer,
	"text" text,
	"text_length" integer,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"facts" jsonb,
	"corrected" jsonb,
	"columns" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"edition_of_id" uuid,
	"registration_id" uuid,
	"department_id" uuid NOT NULL,
	"started_by_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "imports_bytes" CHECK ("imports"."bytes" is null or "imports"."state" = 'reading'),
	CONSTRAINT "imports_refused" CHECK (("imports"."state" = 'refused') = ("imports"."refusal" is not null)),
	CONSTRAINT "imports_read" CHECK ("imports"."state" not in ('read', 'confirmed') or ("imports"."text" is not null and "imports"."facts" is not null))
);
--> statement-breakpoint
ALTER TABLE "candidate_deadlines" ADD CONSTRAINT "candidate_deadlines_candidate_id_import_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."import_candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_owners" ADD CONSTRAINT "candidate_owners_candidate_id_import_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."import_candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_owners" ADD CONSTRAINT "candidate_owners_found_id_departments_id_fk" FOREIGN KEY ("found_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_owners" ADD CONSTRAINT "candidate_owners_chosen_id_departments_id_fk" FOREIGN KEY ("chosen_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_owners" ADD CONSTRAINT "candidate_owners_chosen_by_id_users_id_fk" FOREIGN KEY ("chosen_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_targets" ADD CONSTRAINT "candidate_targets_candidate_id_import_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."import_candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_blocks" ADD CONSTRAINT "document_blocks_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_decisions" ADD CONSTRAINT "edition_decisions_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_decisions" ADD CONSTRAINT "edition_decisions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_decisions" ADD CONSTRAINT "edition_decisions_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_candidates" ADD CONSTRAINT "import_candidates_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_candidates" ADD CONSTRAINT "import_candidates_parent_id_import_candidates_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."import_candidates"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_candidates" ADD CONSTRAINT "import_candidates_split_from_id_import_candidates_id_fk" FOREIGN KEY ("split_from_id") REFERENCES "public"."import_candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_candidates" ADD CONSTRAINT "import_candidates_merged_into_id_import_candidates_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."import_candidates"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_candidates" ADD CONSTRAINT "import_candidates_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_set_by_id_users_id_fk" FOREIGN KEY ("set_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_edition_of_id_imports_id_fk" FOREIGN KEY ("edition_of_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_started_by_id_users_id_fk" FOREIGN KEY ("started_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "candidate_deadlines_candidate_id_position_index" ON "candidate_deadlines" USING btree ("candidate_id","position");--> statement-breakpoint
CREATE INDEX "candidate_owners_candidate_id_position_index" ON "candidate_owners" USING btree ("candidate_id","position");--> statement-breakpoint
CREATE INDEX "candidate_targets_candidate_id_position_index" ON "candidate_targets" USING btree ("candidate_id","position");--> statement-breakpoint
CREATE INDEX "import_candidates_import_id_position_index" ON "import_candidates" USING btree ("import_id","position");--> statement-breakpoint
CREATE INDEX "import_candidates_import_id_state_index" ON "import_candidates" USING btree ("import_id","state");--> statement-breakpoint
CREATE INDEX "import_candidates_parent_id_index" ON "import_candidates" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "import_candidates_split_from_id_index" ON "import_candidates" USING btree ("split_from_id");--> statement-breakpoint
CREATE INDEX "import_candidates_merged_into_id_index" ON "import_candidates" USING btree ("merged_into_id");--> statement-breakpoint
CREATE UNIQUE INDEX "imports_once" ON "imports" USING btree ("department_id","sha256") WHERE "imports"."state" in ('reading', 'read', 'confirmed');--> statement-breakpoint
CREATE INDEX "imports_changed_at_index" ON "imports" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "imports_started_by_id_started_at_index" ON "imports" USING btree ("started_by_id","started_at");
--> statement-breakpoint
-- by hand
-- How long a text is in UTF-16 units, in which places count.
create function public.utf16_length(source text) returns integer language sql immutable strict parallel safe
set search_path = pg_catalog, public, pg_temp as $$
  select char_length(case when source ~ '[\U00010000-\U0010FFFF]'
    then regexp_replace(source, '([\U00010000-\U0010FFFF])', '\1 ', 'g') else source end)
$$;
--> statement-breakpoint
-- What was sent in stays what it was: its text never changes once it has been read, and what has become a draft stays that.
create function public.keep_import() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if (new.name, new.sha256, new.size, new.department_id, new.started_by_id, new.edition_of_id) is distinct from
       (old.name, old.sha256, old.size, old.department_id, old.started_by_id, old.edition_of_id)
       or (old.text is not null and new.text is distinct from old.text) then
      raise exception 'What was imported is fixed' using errcode = 'check_violation';
    end if;
    if old.state in ('confirmed', 'abandoned', 'refused') and new.state <> old.state then
      raise exception 'An import that is over does not begin again' using errcode = 'check_violation';
    end if;
  end if;
  new.text_length := public.utf16_length(new.text);
  return new;
end $$;
--> statement-breakpoint
create trigger imports_kept before insert or update of name, sha256, size, text, text_length, state, department_id, started_by_id, edition_of_id
  on public.imports for each row execute function public.keep_import();
--> statement-breakpoint
-- Every place lies in the text of its import, and nothing is proposed or decided of an import that is over.
create function public.keep_places() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
declare
  said jsonb := to_jsonb(new);
  places jsonb := '[]';
  import record;
begin
  if said ? 'import_id' then
    select text_length, state into import from public.imports where id = (said ->> 'import_id')::uuid;
  else
    select i.text_length, i.state into import from public.import_candidates c join public.imports i on i.id = c.import_id
      where c.id = (said ->> 'candidate_id')::uuid;
  end if;
  if import.state not in ('reading', 'read') then
    raise exception 'The import is over' using errcode = 'check_violation';
  end if;
  if said ? 'starts_at' then
    places := places || jsonb_build_object('start', said -> 'starts_at', 'end', said -> 'ends_at');
  end if;
  if said ? 'title_start' then
    places := places || jsonb_build_object('start', said -> 'title_start', 'end', said -> 'title_end')
      || (said -> 'quotes') || (said -> 'headings') || (said -> 'lead_ins')
      || coalesce(nullif(said -> 'edited', 'null') -> 'quotes', '[]');
    if said ->> 'owner_start' is not null then
      places := places || jsonb_build_object('start', said -> 'owner_start', 'end', said -> 'owner_end');
    end if;
    if jsonb_array_length(said -> 'quotes') = 0 then
      raise exception 'A proposal quotes nothing' using errcode = 'check_violation';
    end if;
    if exists (select from public.import_candidates where import_id <> new.import_id
               and id in (new.parent_id, new.merged_into_id, new.split_from_id)) then
      raise exception 'A proposal goes with those of its own import' using errcode = 'check_violation';
    end if;
  end if;
  if said ->> 'name_start' is not null then
    places := places || jsonb_build_object('start', said -> 'name_start', 'end', said -> 'name_end');
  end if;
  if exists (select from jsonb_array_elements(places) as place where not coalesce(
      0 <= (place ->> 'start')::integer and (place ->> 'end')::integer <= import.text_length
      and ((place ->> 'start')::integer < (place ->> 'end')::integer
        or (tg_table_name = 'document_blocks' and place ->> 'start' = place ->> 'end')), false)) then
    raise exception 'A place of % is not in the text of its import', tg_table_name using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['document_blocks', 'import_candidates', 'candidate_owners', 'candidate_deadlines', 'candidate_targets'] loop
    execute format('create trigger %I before insert or update on public.%I for each row execute function public.keep_places()', name || '_placed', name);
  end loop;
end $$;
