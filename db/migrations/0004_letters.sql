CREATE TABLE "letter_addresses" (
	"letter_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "letter_addresses" ADD CONSTRAINT "letter_addresses_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" DROP COLUMN "email";--> statement-breakpoint
-- How many letters came and how many are answered is public: so is that a report waits for its release check.
create function tell_approved() returns trigger language plpgsql as $$
begin
  perform pg_notify('public_changed', 'task ' || t.code) from submissions s join tasks t on t.id = s.task_id
    where s.id = new.submission_id and s.status = 'approved';
  return null;
end $$;
--> statement-breakpoint
create trigger review_decisions_told after insert on review_decisions for each row execute function tell_approved();
--> statement-breakpoint
create trigger letters_told after insert on letters for each row execute function tell_task_changed();
--> statement-breakpoint
grant select, insert, delete on letter_addresses to taizhang_app;
