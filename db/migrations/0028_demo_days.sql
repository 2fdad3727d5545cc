ALTER TABLE "installation" ADD COLUMN "days_asked" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "days_ahead" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "installation" ADD CONSTRAINT "installation_days_ahead" CHECK ("installation"."days_ahead" between 0 and "installation"."days_asked");--> statement-breakpoint
ALTER TABLE "installation" ADD CONSTRAINT "installation_real_days" CHECK ("installation"."is_demo" or "installation"."days_asked" = 0);