CREATE TABLE "mail_settings" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"host" text NOT NULL,
	"port" integer NOT NULL,
	"security" text NOT NULL,
	"username" text,
	"sealed_password" text,
	"sender" text NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "mail_settings_one_row" CHECK ("mail_settings"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "mail_trials" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"outcome" text,
	"reply" text
);
--> statement-breakpoint
CREATE TABLE "retention_periods" (
	"kind" text PRIMARY KEY NOT NULL,
	"days" integer NOT NULL,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site_settings" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text,
	"title" text,
	"intro" text,
	"headline" text,
	"host" text,
	"operator" text,
	"contact" text,
	"code" text,
	"icp" text,
	"police" text,
	"party_gov_url" text,
	"error_url" text,
	"home_plans" text[] DEFAULT '{}' NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "site_settings_one_row" CHECK ("site_settings"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "skipped_steps" (
	"step" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "calendar_exceptions" ADD COLUMN "notice_year" integer;--> statement-breakpoint
ALTER TABLE "calendar_years" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_trials" ADD CONSTRAINT "mail_trials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- by hand
-- What differs in the last days of a year is said by the next year's notice.
UPDATE "calendar_exceptions" SET "notice_year" = extract(year from "day") + (to_char("day", 'MM-DD') >= '12-15')::integer;--> statement-breakpoint
ALTER TABLE "calendar_exceptions" ALTER COLUMN "notice_year" SET NOT NULL;--> statement-breakpoint
-- A site that holds the newspaper page keeps the words that were in the code until now.
INSERT INTO "site_settings" ("id", "headline", "home_plans")
  SELECT 1, CASE WHEN "has" THEN '十项措施' END, CASE WHEN "has" THEN '{air}'::text[] ELSE '{}' END
  FROM (SELECT EXISTS (SELECT FROM "plans" WHERE "slug" = 'air') AS "has") AS "page";--> statement-breakpoint
do $$
declare name text;
begin
  foreach name in array array['mail_settings', 'retention_periods', 'skipped_steps', 'calendar_years', 'calendar_exceptions'] loop
    execute format('create constraint trigger %I after insert or update or delete on public.%I deferrable initially deferred for each row execute function public.demand_any_event()', name || '_recorded', name);
  end loop;
  foreach name in array array['calendar_years', 'calendar_exceptions', 'site_settings'] loop
    execute format('create trigger %I after insert or update or delete on public.%I for each statement execute function public.notify_all_changed()', name || '_notify', name);
  end loop;
end $$;
--> statement-breakpoint
create constraint trigger site_settings_recorded after insert or update on public.site_settings
  deferrable initially deferred for each row execute function public.demand_any_event();
--> statement-breakpoint
-- What the mail server answered is no change of anybody's.
create constraint trigger mail_trials_recorded after insert or update of asked_at on public.mail_trials
  deferrable initially deferred for each row execute function public.demand_any_event();
