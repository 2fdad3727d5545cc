CREATE TABLE "department_names" (
	"department_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"name" text NOT NULL,
	"short_name" text,
	CONSTRAINT "department_names_department_id_from_on_pk" PRIMARY KEY("department_id","from_on")
);
--> statement-breakpoint
ALTER TABLE "departments" DROP CONSTRAINT "departments_name_unique";--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "short_name" text;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "aliases" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "contact_office" text;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "contact_phone" text;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "contact_address" text;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "contact_email" text;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "contact_hours" text;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "contact_is_public" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "closed_on" date;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "department_names" ADD CONSTRAINT "department_names_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_merged_into_id_departments_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "departments_name_once" ON "departments" USING btree ("name") WHERE "departments"."closed_on" is null;--> statement-breakpoint
CREATE INDEX "departments_parent_id_sort_order_index" ON "departments" USING btree ("parent_id","sort_order");--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_merged" CHECK ("departments"."merged_into_id" is null or "departments"."closed_on" is not null);
--> statement-breakpoint
-- by hand
-- What every unit has been called since ever; a rename adds the next.
INSERT INTO department_names (department_id, from_on, name) SELECT id, '0001-01-01', name FROM departments;
--> statement-breakpoint
create function public.name_department() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.department_names (department_id, from_on, name, short_name) values (new.id, '0001-01-01', new.name, new.short_name);
  return null;
end $$;
--> statement-breakpoint
create trigger departments_named after insert on departments for each row execute function public.name_department();
--> statement-breakpoint
-- A closed unit gets no task, no person, no text and no unit below it. The lock waits for whoever is closing it. It runs as
-- its owner, because it locks rows that whoever writes may not change.
create function public.refuse_closed_unit() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  unit uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if unit is null or (tg_op = 'UPDATE' and unit = (to_jsonb(old) ->> tg_argv[0])::uuid) then
    return new;
  end if;
  perform 1 from public.departments d where d.id = unit for key share;
  if exists (select 1 from public.departments d where d.id = unit and d.closed_on is not null) then
    raise exception 'The unit is closed' using errcode = 'check_violation', constraint = 'departments_closed';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger tasks_open_unit before insert or update of lead_department_id on tasks
  for each row execute function public.refuse_closed_unit('lead_department_id');
--> statement-breakpoint
create trigger task_cooperators_open_unit before insert or update of department_id on task_cooperators
  for each row execute function public.refuse_closed_unit('department_id');
--> statement-breakpoint
create trigger users_open_unit before insert or update of department_id on users
  for each row execute function public.refuse_closed_unit('department_id');
--> statement-breakpoint
create trigger submissions_open_unit before insert or update of department_id on submissions
  for each row execute function public.refuse_closed_unit('department_id');
--> statement-breakpoint
create trigger departments_open_parent before insert or update of parent_id on departments
  for each row execute function public.refuse_closed_unit('parent_id');
--> statement-breakpoint
create constraint trigger departments_recorded after insert or update on departments
  deferrable initially deferred for each row execute function public.demand_any_event();
--> statement-breakpoint
create constraint trigger department_names_recorded after insert or update on department_names
  deferrable initially deferred for each row execute function public.demand_any_event();
--> statement-breakpoint
create trigger departments_notify after insert or update on departments for each statement execute function notify_all_changed();
--> statement-breakpoint
create trigger department_names_notify after insert or update on department_names for each statement execute function notify_all_changed();
