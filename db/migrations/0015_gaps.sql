CREATE TABLE "gap_notices" (
	"key" text PRIMARY KEY NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"notification_ids" uuid[] NOT NULL
);
