CREATE TYPE "public"."sheet_kind" AS ENUM('units', 'people', 'tasks', 'drafts');--> statement-breakpoint
CREATE TABLE "sheet_uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "sheet_kind" NOT NULL,
	"of" text NOT NULL,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea",
	"uploaded_by_id" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"imported_at" timestamp with time zone,
	"counts" jsonb,
	"account_ids" uuid[]
);
--> statement-breakpoint
ALTER TABLE "sheet_uploads" ADD CONSTRAINT "sheet_uploads_uploaded_by_id_users_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sheet_uploads_uploaded_by_id_index" ON "sheet_uploads" USING btree ("uploaded_by_id");--> statement-breakpoint
CREATE INDEX "sheet_uploads_uploaded_at_index" ON "sheet_uploads" USING btree ("uploaded_at");
--> statement-breakpoint
-- by hand
-- A sheet of people makes thousands of accounts at once: a lock for each of their persons would fill the server's table of
-- locks (max_locks_per_transaction), so persons share 64 of them.
create or replace function public.refuse_combined_roles() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  held text[];
begin
  perform pg_advisory_xact_lock(hashtextextended('person ' || (hashtext(new.person_id::text) & 63), 0));
  held := array(select distinct role::text from public.users where person_id = new.person_id and disabled_at is null);
  if cardinality(held) > 1 and held && array['system_admin', 'security_admin', 'audit_admin'] then
    raise exception 'Nobody is an administrator and anything else besides' using errcode = 'check_violation';
  end if;
  return null;
end $$;
