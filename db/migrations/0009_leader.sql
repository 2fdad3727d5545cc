CREATE TABLE "instruction_handlings" (
	"instruction_id" uuid PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"chase_id" uuid,
	"task_id" uuid,
	"words" text,
	"handled_by_id" uuid NOT NULL,
	"handled_at" timestamp with time zone NOT NULL,
	CONSTRAINT "instruction_handlings_chaseId_unique" UNIQUE("chase_id"),
	CONSTRAINT "instruction_handlings_chase" CHECK (("instruction_handlings"."outcome" = 'chase') = ("instruction_handlings"."chase_id" is not null)),
	CONSTRAINT "instruction_handlings_task" CHECK (("instruction_handlings"."outcome" = 'task') = ("instruction_handlings"."task_id" is not null)),
	CONSTRAINT "instruction_handlings_words" CHECK (("instruction_handlings"."outcome" = 'chase') = ("instruction_handlings"."words" is null))
);
--> statement-breakpoint
CREATE TABLE "instructions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sequence" bigint DEFAULT nextval('record_sequence') NOT NULL,
	"author_id" uuid NOT NULL,
	"task_id" uuid,
	"plan_id" uuid,
	"addressee" text NOT NULL,
	"text" text NOT NULL,
	"shares_words" boolean NOT NULL,
	"due_on" date,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "instructions_sequence_unique" UNIQUE("sequence"),
	CONSTRAINT "instructions_one_subject" CHECK ("instructions"."task_id" is null or "instructions"."plan_id" is null),
	CONSTRAINT "instructions_unit_of_task" CHECK ("instructions"."addressee" = 'office' or "instructions"."task_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "look_marks" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follow_up_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sequence" bigint DEFAULT nextval('record_sequence') NOT NULL,
	"letter_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"body" text NOT NULL,
	"written_by_id" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "follow_up_answers_sequence_unique" UNIQUE("sequence")
);
--> statement-breakpoint
CREATE TABLE "follow_up_checks" (
	"answer_id" uuid PRIMARY KEY NOT NULL,
	"letter_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"reason" text,
	"checked_by_id" uuid NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "follow_up_checks_reason" CHECK (("follow_up_checks"."decision" = 'return') = ("follow_up_checks"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "letter_follow_ups" (
	"letter_id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"body" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "instruction_handlings" ADD CONSTRAINT "instruction_handlings_instruction_id_instructions_id_fk" FOREIGN KEY ("instruction_id") REFERENCES "public"."instructions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_handlings" ADD CONSTRAINT "instruction_handlings_chase_id_chases_id_fk" FOREIGN KEY ("chase_id") REFERENCES "public"."chases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_handlings" ADD CONSTRAINT "instruction_handlings_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruction_handlings" ADD CONSTRAINT "instruction_handlings_handled_by_id_users_id_fk" FOREIGN KEY ("handled_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "look_marks" ADD CONSTRAINT "look_marks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_answers" ADD CONSTRAINT "follow_up_answers_letter_id_letter_follow_ups_letter_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letter_follow_ups"("letter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_answers" ADD CONSTRAINT "follow_up_answers_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_answers" ADD CONSTRAINT "follow_up_answers_written_by_id_users_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_checks" ADD CONSTRAINT "follow_up_checks_answer_id_follow_up_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."follow_up_answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_checks" ADD CONSTRAINT "follow_up_checks_letter_id_letter_follow_ups_letter_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letter_follow_ups"("letter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_checks" ADD CONSTRAINT "follow_up_checks_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_checks" ADD CONSTRAINT "follow_up_checks_checked_by_id_users_id_fk" FOREIGN KEY ("checked_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_follow_ups" ADD CONSTRAINT "letter_follow_ups_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_follow_ups" ADD CONSTRAINT "letter_follow_ups_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "instruction_handlings_task_id_index" ON "instruction_handlings" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "instructions_author_id_sequence_index" ON "instructions" USING btree ("author_id","sequence");--> statement-breakpoint
CREATE INDEX "instructions_task_id_index" ON "instructions" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "follow_up_answers_letter_id_sequence_index" ON "follow_up_answers" USING btree ("letter_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "follow_up_checks_one_answer" ON "follow_up_checks" USING btree ("letter_id") WHERE "follow_up_checks"."decision" = 'give_out';--> statement-breakpoint
CREATE INDEX "audit_events_type_at_index" ON "audit_events" USING btree ("type","at");
--> statement-breakpoint
-- by hand
-- What a leader wrote and what became of it is never changed, nor what a citizen said again and was told; of those an
-- erasure takes the words.
create or replace function public.refuse_change_but_erasure() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  kept jsonb := to_jsonb(old);
  letter uuid;
begin
  if tg_table_name = 'letters' then
    letter := kept ->> 'id';
  elsif kept ? 'letter_id' then
    letter := kept ->> 'letter_id';
  else
    select s.letter_id into letter from public.submissions s where s.id = (kept ->> 'submission_id')::uuid;
  end if;
  if tg_op = 'UPDATE' and to_jsonb(new) = public.without_words(kept) and exists (select from public.letter_erasures e
      where e.letter_id = letter and (e.cause = 'request' or tg_table_name in ('letters', 'letter_follow_ups'))) then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['instructions', 'instruction_handlings', 'letter_follow_ups', 'follow_up_answers', 'follow_up_checks'] loop
    execute format('create trigger %I before update or delete on public.%I for each row execute function public.%I()', name || '_rows_fixed', name,
      case when name like 'instruction%' then 'refuse_change' else 'refuse_change_but_erasure' end);
    execute format('create trigger %I before truncate on public.%I for each statement execute function public.refuse_change()', name || '_kept', name);
    execute format('create constraint trigger %I after insert on public.%I deferrable initially deferred for each row execute function public.%I()', name || '_recorded', name,
      case when name like 'instruction%' then 'demand_any_event' else 'demand_event' end);
  end loop;
end $$;
--> statement-breakpoint
-- The public is told how many were not satisfied, and of how many of them the office has answered.
create trigger letter_follow_ups_notify after insert on letter_follow_ups for each row execute function notify_task_changed();
--> statement-breakpoint
create trigger follow_up_checks_notify after insert on follow_up_checks for each row execute function notify_task_changed();
--> statement-breakpoint
-- Somebody else reads an answer before it is given out.
create function public.refuse_own_answer() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from public.follow_up_answers a where a.id = new.answer_id and a.written_by_id = new.checked_by_id) then
    raise exception 'Whoever wrote an answer cannot check it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger follow_up_checks_four_eyes before insert on follow_up_checks for each row execute function public.refuse_own_answer();
--> statement-breakpoint
-- A leader writes, and nobody in a leader's name.
create function public.refuse_others_instruction() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from public.users u where u.id = new.author_id and u.role = 'leader') then
    raise exception 'Only a leader writes instructions' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger instructions_by_leader before insert on instructions for each row execute function public.refuse_others_instruction();
--> statement-breakpoint
-- The words of a follow-up go with those of its letter.
create function public.erase_follow_up() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.letter_follow_ups f set body = '—' where f.letter_id = new.letter_id;
  if new.cause = 'request' then
    update public.follow_up_answers a set body = '—' where a.letter_id = new.letter_id;
    update public.follow_up_checks c set reason = '—' where c.letter_id = new.letter_id and c.reason is not null;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger letter_erasures_erase_follow_up after insert on letter_erasures for each row execute function public.erase_follow_up();
--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['instructions', 'follow_up_answers'] loop
    execute format('create trigger %I before insert or update on public.%I for each row execute function public.number_row()', name || '_numbered', name);
  end loop;
end $$;
