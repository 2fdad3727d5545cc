-- Nobody fills the disk: what counts no more goes, and the database itself says what that is.
CREATE TABLE "known_devices" (
	"user_id" uuid NOT NULL,
	"device_hash" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_devices_user_id_device_hash_pk" PRIMARY KEY("user_id","device_hash")
);
--> statement-breakpoint
CREATE TABLE "refused_sign_ins" (
	"username" text PRIMARY KEY NOT NULL,
	"times" integer NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"last_address" text
);
--> statement-breakpoint
ALTER TABLE "public_attempts" RENAME TO "spent_points";
--> statement-breakpoint
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reminders" DROP CONSTRAINT "reminders_notification_id_notifications_id_fk";
--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_notification_id_notifications_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notifications"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "sessions_started_at_index" ON "sessions" USING btree ("started_at");
--> statement-breakpoint
CREATE INDEX "answered_requests_answered_at_index" ON "answered_requests" USING btree ("answered_at");
--> statement-breakpoint
CREATE INDEX "evidence_uploaded_by_id_uploaded_at_index" ON "evidence" USING btree ("uploaded_by_id","uploaded_at");
--> statement-breakpoint
-- The app's clock, which the demo shifts by days.
create function public.app_time() returns timestamptz language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select clock_timestamp() + make_interval(days => coalesce((select clock_shift_days from public.installation), 0))
$$;
--> statement-breakpoint
-- The answer to a press is kept for 30 days: no page lives that long, and the key of one older is a new press.
drop trigger answered_requests_rows_fixed on answered_requests;
--> statement-breakpoint
create trigger answered_requests_rows_fixed before update on answered_requests for each row execute function refuse_change();
--> statement-breakpoint
create function public.keep_answers() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.answered_at < public.app_time() - interval '30 days' then return old; end if;
  raise exception '% is append-only for 30 days', tg_table_name using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger answered_requests_rows_kept before delete on answered_requests for each row execute function public.keep_answers();
--> statement-breakpoint
create function public.delete_old_answers() returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from public.answered_requests where answered_at < public.app_time() - interval '30 days'
$$;
--> statement-breakpoint
-- Evidence goes when it was never sent, and was removed or its draft given up a day ago. What was sent stays for ever.
create function public.is_given_up(attached public.evidence) returns boolean language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select not exists (
      select 1 from public.revisions r where r.submission_id = attached.submission_id
      and r.evidence @> jsonb_build_array(jsonb_build_object('sha256', attached.sha256, 'name', attached.name)))
    and (attached.removed_at < public.app_time() - interval '24 hours'
      or exists (
        select 1 from public.submissions s join public.audit_events e on e.task_id = s.task_id and e.submission_id = s.id
        where s.id = attached.submission_id and s.status = 'discarded' and e.type = 'submission.discarded'
        and e.at < public.app_time() - interval '24 hours'))
$$;
--> statement-breakpoint
create function public.keep_evidence() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if public.is_given_up(old) then return old; end if;
  raise exception 'Evidence that was sent, or may be, stays' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger evidence_kept before delete on evidence for each row execute function public.keep_evidence();
--> statement-breakpoint
drop trigger files_rows_fixed on files;
--> statement-breakpoint
create trigger files_rows_fixed before update on files for each row execute function refuse_change();
--> statement-breakpoint
create function public.keep_files() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select 1 from public.evidence e where e.sha256 = old.sha256) then
    raise exception '% is append-only while evidence names its rows', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;
--> statement-breakpoint
create trigger files_rows_kept before delete on files for each row execute function public.keep_files();
--> statement-breakpoint
create function public.delete_unsent_evidence() returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from public.evidence e using public.submissions s
    where s.id = e.submission_id and (e.removed_at is not null or s.status = 'discarded') and public.is_given_up(e);
  delete from public.files f where not exists (select 1 from public.evidence e where e.sha256 = f.sha256);
end $$;
--> statement-breakpoint
revoke execute on function public.delete_old_answers, public.delete_unsent_evidence from public;
