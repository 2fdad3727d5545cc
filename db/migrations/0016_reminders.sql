CREATE TABLE "notification_texts" (
	"name" text PRIMARY KEY NOT NULL,
	"zh" text,
	"en" text,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_defaults" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"reminders" jsonb NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "plan_defaults_one_row" CHECK ("plan_defaults"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "by_mail" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "site_settings" ADD COLUMN "sign_in_help" text;--> statement-breakpoint
ALTER TABLE "site_settings" ADD COLUMN "letters_note" text;--> statement-breakpoint
ALTER TABLE "site_settings" ADD COLUMN "accessibility" text;
--> statement-breakpoint
-- by hand
create constraint trigger notification_texts_recorded after insert or update or delete on public.notification_texts
  deferrable initially deferred for each row execute function public.demand_any_event();
--> statement-breakpoint
create constraint trigger plan_defaults_recorded after insert or update or delete on public.plan_defaults
  deferrable initially deferred for each row execute function public.demand_any_event();
