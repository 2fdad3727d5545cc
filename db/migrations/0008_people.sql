CREATE TABLE "unit_liaisons" (
	"department_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "unit_liaisons_department_id_user_id_pk" PRIMARY KEY("department_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "role_granted_by_id" uuid;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "post" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "left_on" date;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "handler_id" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "head_in_charge_id" uuid;--> statement-breakpoint
ALTER TABLE "unit_liaisons" ADD CONSTRAINT "unit_liaisons_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_liaisons" ADD CONSTRAINT "unit_liaisons_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unit_liaisons_user_id_index" ON "unit_liaisons" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_role_granted_by_id_users_id_fk" FOREIGN KEY ("role_granted_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_handler_id_users_id_fk" FOREIGN KEY ("handler_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_head_in_charge_id_users_id_fk" FOREIGN KEY ("head_in_charge_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tasks_handler_id_index" ON "tasks" USING btree ("handler_id");--> statement-breakpoint
CREATE INDEX "tasks_head_in_charge_id_index" ON "tasks" USING btree ("head_in_charge_id");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_left" CHECK ("users"."left_on" is null or ("users"."disabled_at" is not null and "users"."email" is null and "users"."phone" is null));
--> statement-breakpoint
-- by hand
-- A change of an account has its event, as every other change has. Only who lays out the database needs none.
create function public.demand_account_event() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select 1 from public.audit_events where transaction_id = pg_current_xact_id())
     and not pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then
    raise exception 'A change of % has no event in the history', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger users_recorded after insert or update on public.users
  deferrable initially deferred for each row execute function public.demand_account_event();
--> statement-breakpoint
create constraint trigger unit_liaisons_recorded after insert or delete on public.unit_liaisons
  deferrable initially deferred for each row execute function public.demand_account_event();
