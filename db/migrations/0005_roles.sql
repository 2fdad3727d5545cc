ALTER TABLE "users" ALTER COLUMN "role" SET DATA TYPE text;--> statement-breakpoint
-- The one administrator of before makes accounts and units, and assigns; what was theirs to decide is the director's.
UPDATE "users" SET "role" = 'system_admin' WHERE "role" = 'admin';--> statement-breakpoint
DROP TYPE "public"."role";--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('official', 'head', 'supervisor', 'director', 'leader', 'auditor', 'system_admin', 'security_admin', 'audit_admin');--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "role" SET DATA TYPE "public"."role" USING "role"::"public"."role";
