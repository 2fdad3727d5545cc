CREATE TYPE "public"."excluded_kind" AS ENUM('statistics', 'heading', 'caption', 'company_news', 'past_results', 'project_news', 'slogan');--> statement-breakpoint
CREATE TYPE "public"."department_kind" AS ENUM('party', 'government', 'department', 'city', 'district', 'body', 'collective', 'enterprise', 'central_branch');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('official', 'head', 'supervisor', 'admin', 'auditor');--> statement-breakpoint
CREATE TYPE "public"."decision_kind" AS ENUM('approve', 'return', 'reject');--> statement-breakpoint
CREATE TYPE "public"."submission_kind" AS ENUM('progress', 'completion', 'extension', 'adjustment', 'objection', 'contribution', 'answer');--> statement-breakpoint
CREATE TYPE "public"."submission_status" AS ENUM('draft', 'in_review', 'returned', 'approved', 'rejected', 'discarded');--> statement-breakpoint
CREATE TYPE "public"."deadline_basis" AS ENUM('source', 'assigned');--> statement-breakpoint
CREATE TYPE "public"."deadline_kind" AS ENUM('date', 'ten_day', 'year', 'unresolved', 'ongoing');--> statement-breakpoint
CREATE TYPE "public"."owner_basis" AS ENUM('source', 'proposed', 'confirmed');--> statement-breakpoint
CREATE TYPE "public"."reporting_cycle" AS ENUM('weekly', 'monthly', 'bimonthly', 'quarterly', 'half_yearly', 'none');--> statement-breakpoint
CREATE TYPE "public"."task_kind" AS ENUM('goal', 'measure', 'subtask', 'requirement', 'principle');--> statement-breakpoint
CREATE TYPE "public"."task_status" AS ENUM('unassigned', 'assigned', 'active', 'suspended', 'completed', 'cancelled', 'exempted');--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"type" text NOT NULL,
	"task_id" uuid,
	"submission_id" uuid,
	"actor_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"transaction_id" "xid8" NOT NULL,
	"entry" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_exceptions" (
	"day" date PRIMARY KEY NOT NULL,
	"working" boolean NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_years" (
	"year" integer PRIMARY KEY NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"task_id" uuid NOT NULL,
	"message" text NOT NULL,
	"sent_by_id" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by_id" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "chases_answered" CHECK (("chases"."answer" is null) = ("chases"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "escalations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"task_id" uuid NOT NULL,
	"obligation" text NOT NULL,
	"level" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"acknowledged_by_id" uuid,
	"acknowledged_at" timestamp with time zone,
	"note" text,
	CONSTRAINT "escalations_once" UNIQUE("task_id","obligation","level"),
	CONSTRAINT "escalations_acknowledged" CHECK (("escalations"."acknowledged_at" is null) = ("escalations"."note" is null))
);
--> statement-breakpoint
CREATE TABLE "light_notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"task_id" uuid NOT NULL,
	"light" text NOT NULL,
	"reason" text NOT NULL,
	"issued_on" date NOT NULL,
	"lifted_on" date
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"task_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"mentioned_ids" uuid[] NOT NULL,
	"posted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"principal_id" uuid NOT NULL,
	"deputy_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"reason" text NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "delegations_days" CHECK ("delegations"."starts_on" <= "delegations"."ends_on"),
	CONSTRAINT "delegations_other" CHECK ("delegations"."principal_id" <> "delegations"."deputy_id")
);
--> statement-breakpoint
CREATE TABLE "context_indicators" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source_page_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"unit" text NOT NULL,
	"period" text,
	"quote" text NOT NULL,
	"quote_start" integer NOT NULL,
	"quote_end" integer NOT NULL,
	"sort_order" integer NOT NULL,
	CONSTRAINT "indicator_place" CHECK (0 <= "context_indicators"."quote_start" and "context_indicators"."quote_start" < "context_indicators"."quote_end")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"source_page_id" uuid NOT NULL,
	"title" text NOT NULL,
	"title_note" text,
	"kind" text NOT NULL,
	"issuer" text NOT NULL,
	"issuer_note" text,
	"document_number" text,
	"document_number_note" text,
	"dated_on" date,
	"date_note" text,
	"published_on" date NOT NULL,
	"text" text NOT NULL,
	"sort_order" integer NOT NULL,
	CONSTRAINT "documents_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "excluded_passages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source_page_id" uuid NOT NULL,
	"kind" "excluded_kind" NOT NULL,
	"title" text NOT NULL,
	"quote" text NOT NULL,
	"reason" text NOT NULL,
	"quote_start" integer NOT NULL,
	"quote_end" integer NOT NULL,
	"sort_order" integer NOT NULL,
	CONSTRAINT "excluded_place" CHECK (0 <= "excluded_passages"."quote_start" and "excluded_passages"."quote_start" < "excluded_passages"."quote_end")
);
--> statement-breakpoint
CREATE TABLE "source_pages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"note" text,
	"published_on" date NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "source_pages_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"uploaded_by_id" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "files" (
	"sha256" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"media_type" text NOT NULL,
	"stored_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"is_demo" boolean NOT NULL,
	"clock_shift_days" integer DEFAULT 0 NOT NULL,
	"seeded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "installation_one_row" CHECK ("installation"."id" = 1),
	CONSTRAINT "installation_real_clock" CHECK ("installation"."is_demo" or "installation"."clock_shift_days" = 0)
);
--> statement-breakpoint
CREATE TABLE "letter_addresses" (
	"letter_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"receipt" text NOT NULL,
	"kind" text NOT NULL,
	"task_id" uuid NOT NULL,
	"body" text NOT NULL,
	"locale" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "letters_receipt_unique" UNIQUE("receipt")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"task_id" uuid,
	"outbox_id" uuid,
	"sentence" text NOT NULL,
	"params" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"mail_id" uuid,
	CONSTRAINT "notifications_once" UNIQUE("outbox_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"announced_at" timestamp with time zone,
	CONSTRAINT "outbox_eventId_unique" UNIQUE("event_id")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"obligation" text NOT NULL,
	"rule" text NOT NULL,
	"occurrence" integer NOT NULL,
	"notification_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminders_once" UNIQUE("user_id","task_id","obligation","rule","occurrence")
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" "department_kind" NOT NULL,
	"parent_id" uuid,
	"sort_order" integer NOT NULL,
	CONSTRAINT "departments_code_unique" UNIQUE("code"),
	CONSTRAINT "departments_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"username" text NOT NULL,
	"display_name" text NOT NULL,
	"role" "role" NOT NULL,
	"department_id" uuid NOT NULL,
	"password_hash" text NOT NULL,
	"email" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_username_unique" UNIQUE("username"),
	CONSTRAINT "users_username_lowercase" CHECK ("users"."username" = lower("users"."username"))
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"document_id" uuid NOT NULL,
	"title" text NOT NULL,
	"short_title" text NOT NULL,
	"summary" text NOT NULL,
	"review_steps" jsonb DEFAULT '[{"by":"head","workdays":2},{"by":"supervisor","workdays":5}]'::jsonb NOT NULL,
	"due_soon_days" integer DEFAULT 7 NOT NULL,
	"behind_points" integer DEFAULT 10 NOT NULL,
	"far_behind_points" integer DEFAULT 30 NOT NULL,
	"stale_days" integer DEFAULT 45 NOT NULL,
	"receipt_workdays" integer DEFAULT 2 NOT NULL,
	"objection_workdays" integer DEFAULT 3 NOT NULL,
	"evidence_required" boolean DEFAULT false NOT NULL,
	"release_check" boolean DEFAULT false NOT NULL,
	"answer_workdays" integer DEFAULT 15 NOT NULL,
	"reminders" jsonb DEFAULT '{"rules":[{"obligation":"due","when":"before","workdays":30},{"obligation":"due","when":"before","workdays":7},{"obligation":"due","when":"before","workdays":1},{"obligation":"due","when":"after","workdays":1},{"obligation":"due","when":"after","workdays":7,"every":30},{"obligation":"report","when":"before","workdays":3},{"obligation":"report","when":"after","workdays":1,"every":5},{"obligation":"receipt","when":"after","workdays":1,"every":2},{"obligation":"decision","when":"before","workdays":1},{"obligation":"decision","when":"after","workdays":1,"every":3}],"escalation":[{"level":"handler","workdays":1},{"level":"head","workdays":3},{"level":"supervisor","workdays":7},{"level":"office","workdays":15}],"gapHours":20}'::jsonb NOT NULL,
	"sort_order" integer NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "plans_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"submission_id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"disclosure" text NOT NULL,
	"ground" text,
	"basis" text NOT NULL,
	"released_by_id" uuid,
	"released_at" timestamp with time zone NOT NULL,
	"is_demo" boolean NOT NULL,
	CONSTRAINT "releases_ground" CHECK (("releases"."disclosure" = 'withheld') = ("releases"."ground" is not null))
);
--> statement-breakpoint
CREATE TABLE "withdrawals" (
	"submission_id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"withdrawn_by_id" uuid NOT NULL,
	"withdrawn_at" timestamp with time zone NOT NULL,
	"is_demo" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answered_requests" (
	"actor_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"request_hash" text NOT NULL,
	"answer" jsonb NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answered_requests_actor_id_key_pk" PRIMARY KEY("actor_id","key")
);
--> statement-breakpoint
CREATE TABLE "contributors" (
	"submission_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "contributors_submission_id_user_id_pk" PRIMARY KEY("submission_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "published_reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"task_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"kind" "submission_kind" NOT NULL,
	"progress" text NOT NULL,
	"problems" text NOT NULL,
	"next_steps" text NOT NULL,
	"percent" integer,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"no_news" boolean NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"is_demo" boolean NOT NULL,
	CONSTRAINT "published_reports_submissionId_unique" UNIQUE("submission_id"),
	CONSTRAINT "published_reports_percent" CHECK ("published_reports"."percent" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "review_decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"step" integer NOT NULL,
	"decision" "decision_kind" NOT NULL,
	"reason" text,
	"content_hash" text NOT NULL,
	"decided_by_id" uuid NOT NULL,
	"on_behalf_of_id" uuid,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_decisions_one_per_step" UNIQUE("revision_id","step"),
	CONSTRAINT "review_decisions_one_person_once" UNIQUE("revision_id","decided_by_id"),
	CONSTRAINT "review_decisions_reason" CHECK ("review_decisions"."decision" = 'approve' or length(trim("review_decisions"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" "submission_kind" NOT NULL,
	"content" jsonb NOT NULL,
	"evidence" jsonb NOT NULL,
	"review_steps" jsonb NOT NULL,
	"base_report_id" uuid,
	"content_hash" text NOT NULL,
	"submitted_by_id" uuid NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "revisions_submissionId_number_unique" UNIQUE("submission_id","number")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"task_id" uuid NOT NULL,
	"kind" "submission_kind" NOT NULL,
	"department_id" uuid NOT NULL,
	"letter_id" uuid,
	"status" "submission_status" DEFAULT 'draft' NOT NULL,
	"step" integer,
	"content" jsonb NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"step_since" timestamp with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "submissions_letter" CHECK (("submissions"."letter_id" is null) = ("submissions"."kind" in ('progress', 'completion', 'extension', 'adjustment', 'objection', 'contribution'))),
	CONSTRAINT "submissions_step" CHECK (("submissions"."status" = 'in_review') = ("submissions"."step" is not null)),
	CONSTRAINT "submissions_step_since" CHECK (("submissions"."step" is null) = ("submissions"."step_since" is null))
);
--> statement-breakpoint
CREATE TABLE "citizen_mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"unsubscribe_url" text,
	"created_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "public_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"kind" text NOT NULL,
	"target" text NOT NULL,
	"locale" text NOT NULL,
	"token" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"notified_until" timestamp with time zone,
	CONSTRAINT "subscriptions_token_unique" UNIQUE("token"),
	CONSTRAINT "subscriptions_once" UNIQUE("email","kind","target")
);
--> statement-breakpoint
CREATE TABLE "due_moves" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"task_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"from_due_on" date NOT NULL,
	"to_due_on" date NOT NULL,
	"reason" text NOT NULL,
	"department_id" uuid NOT NULL,
	"submission_id" uuid,
	"moved_by_id" uuid NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	"is_demo" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_cooperators" (
	"task_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"sort_order" integer NOT NULL,
	CONSTRAINT "task_cooperators_task_id_department_id_pk" PRIMARY KEY("task_id","department_id")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"parent_id" uuid,
	"kind" "task_kind" NOT NULL,
	"title" text NOT NULL,
	"quote" text NOT NULL,
	"quote_start" integer NOT NULL,
	"quote_end" integer NOT NULL,
	"reference" text,
	"note" text,
	"sort_order" integer NOT NULL,
	"split_by_id" uuid,
	"scope" text,
	"status" "task_status" DEFAULT 'unassigned' NOT NULL,
	"owner_verbatim" text,
	"owner_basis" "owner_basis",
	"lead_department_id" uuid,
	"assigned_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	"received_by_id" uuid,
	"completed_on" date,
	"suspended_on" date,
	"stops" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"closed_on" date,
	"struck_off_on" date,
	"struck_off_by_id" uuid,
	"is_demo" boolean DEFAULT false NOT NULL,
	"deadline_verbatim" text,
	"deadline_kind" "deadline_kind" NOT NULL,
	"deadline_note" text,
	"deadline_basis" "deadline_basis",
	"window_start" date,
	"due_on" date,
	"baseline_due_on" date,
	"reporting_cycle" "reporting_cycle" DEFAULT 'none' NOT NULL,
	"report_day" integer,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "tasks_code_unique" UNIQUE("code"),
	CONSTRAINT "tasks_place" CHECK (0 <= "tasks"."quote_start" and "tasks"."quote_start" < "tasks"."quote_end"),
	CONSTRAINT "tasks_assigned" CHECK (("tasks"."status" = 'unassigned') = ("tasks"."assigned_at" is null)),
	CONSTRAINT "tasks_lead" CHECK ("tasks"."status" = 'unassigned' or "tasks"."lead_department_id" is not null),
	CONSTRAINT "tasks_received" CHECK (case when "tasks"."status" in ('active', 'suspended', 'completed') then "tasks"."received_at" is not null
        when "tasks"."status" in ('unassigned', 'assigned') then "tasks"."received_at" is null else true end),
	CONSTRAINT "tasks_suspended" CHECK (("tasks"."status" = 'suspended') = ("tasks"."suspended_on" is not null)),
	CONSTRAINT "tasks_closed" CHECK (("tasks"."status" in ('cancelled', 'exempted')) = ("tasks"."closed_on" is not null)),
	CONSTRAINT "tasks_struck_off" CHECK ("tasks"."struck_off_on" is null or "tasks"."status" = 'completed'),
	CONSTRAINT "tasks_report_day" CHECK ("tasks"."report_day" between 1 and 28),
	CONSTRAINT "tasks_completed" CHECK (("tasks"."status" = 'completed') = ("tasks"."completed_on" is not null)),
	CONSTRAINT "tasks_deadline_basis" CHECK (("tasks"."due_on" is null) or ("tasks"."deadline_basis" is not null)),
	CONSTRAINT "tasks_baseline" CHECK (("tasks"."due_on" is null) or ("tasks"."baseline_due_on" is not null)),
	CONSTRAINT "tasks_principle" CHECK ("tasks"."kind" <> 'principle' or "tasks"."status" = 'unassigned')
);
--> statement-breakpoint
CREATE TABLE "plan_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"due_soon_days" integer NOT NULL,
	"behind_points" integer NOT NULL,
	"far_behind_points" integer NOT NULL,
	"stale_days" integer NOT NULL,
	CONSTRAINT "plan_versions_once" UNIQUE("plan_id","at")
);
--> statement-breakpoint
CREATE TABLE "task_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"task_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"lead_department_id" uuid,
	"cooperating_ids" uuid[] NOT NULL,
	"owner_basis" text,
	"received_at" timestamp with time zone,
	"completed_on" date,
	"suspended_on" date,
	"stops" jsonb NOT NULL,
	"closed_on" date,
	"struck_off_on" date,
	"is_demo" boolean NOT NULL,
	"deadline_basis" text,
	"due_on" date,
	"baseline_due_on" date,
	"cycle" text NOT NULL,
	"report_day" integer,
	CONSTRAINT "task_versions_once" UNIQUE("task_id","at")
);
--> statement-breakpoint
ALTER TABLE "chases" ADD CONSTRAINT "chases_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chases" ADD CONSTRAINT "chases_sent_by_id_users_id_fk" FOREIGN KEY ("sent_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chases" ADD CONSTRAINT "chases_answered_by_id_users_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_acknowledged_by_id_users_id_fk" FOREIGN KEY ("acknowledged_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "light_notices" ADD CONSTRAINT "light_notices_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_principal_id_users_id_fk" FOREIGN KEY ("principal_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_deputy_id_users_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "context_indicators" ADD CONSTRAINT "context_indicators_source_page_id_source_pages_id_fk" FOREIGN KEY ("source_page_id") REFERENCES "public"."source_pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_source_page_id_source_pages_id_fk" FOREIGN KEY ("source_page_id") REFERENCES "public"."source_pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excluded_passages" ADD CONSTRAINT "excluded_passages_source_page_id_source_pages_id_fk" FOREIGN KEY ("source_page_id") REFERENCES "public"."source_pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_sha256_files_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_uploaded_by_id_users_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_addresses" ADD CONSTRAINT "letter_addresses_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_outbox_id_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."outbox"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_event_id_audit_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."audit_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_notification_id_notifications_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_parent_id_departments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_released_by_id_users_id_fk" FOREIGN KEY ("released_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_withdrawn_by_id_users_id_fk" FOREIGN KEY ("withdrawn_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answered_requests" ADD CONSTRAINT "answered_requests_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributors" ADD CONSTRAINT "contributors_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributors" ADD CONSTRAINT "contributors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_reports" ADD CONSTRAINT "published_reports_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_reports" ADD CONSTRAINT "published_reports_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_reports" ADD CONSTRAINT "published_reports_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_on_behalf_of_id_users_id_fk" FOREIGN KEY ("on_behalf_of_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_submitted_by_id_users_id_fk" FOREIGN KEY ("submitted_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_moves" ADD CONSTRAINT "due_moves_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_moves" ADD CONSTRAINT "due_moves_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_moves" ADD CONSTRAINT "due_moves_moved_by_id_users_id_fk" FOREIGN KEY ("moved_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_cooperators" ADD CONSTRAINT "task_cooperators_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_cooperators" ADD CONSTRAINT "task_cooperators_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_parent_id_tasks_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_split_by_id_departments_id_fk" FOREIGN KEY ("split_by_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lead_department_id_departments_id_fk" FOREIGN KEY ("lead_department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_received_by_id_users_id_fk" FOREIGN KEY ("received_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_struck_off_by_id_users_id_fk" FOREIGN KEY ("struck_off_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_versions" ADD CONSTRAINT "task_versions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_task_id_recorded_at_index" ON "audit_events" USING btree ("task_id","recorded_at");--> statement-breakpoint
CREATE INDEX "audit_events_recorded_at_index" ON "audit_events" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "audit_events_transaction_id_index" ON "audit_events" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "chases_task_id_sent_at_index" ON "chases" USING btree ("task_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "light_notices_one_open" ON "light_notices" USING btree ("task_id") WHERE "light_notices"."lifted_on" is null;--> statement-breakpoint
CREATE INDEX "comments_task_id_posted_at_index" ON "comments" USING btree ("task_id","posted_at");--> statement-breakpoint
CREATE INDEX "delegations_deputy_id_ends_on_index" ON "delegations" USING btree ("deputy_id","ends_on");--> statement-breakpoint
CREATE INDEX "delegations_principal_id_ends_on_index" ON "delegations" USING btree ("principal_id","ends_on");--> statement-breakpoint
CREATE INDEX "context_indicators_source_page_id_index" ON "context_indicators" USING btree ("source_page_id");--> statement-breakpoint
CREATE INDEX "excluded_passages_source_page_id_index" ON "excluded_passages" USING btree ("source_page_id");--> statement-breakpoint
CREATE INDEX "evidence_submission_id_index" ON "evidence" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "evidence_sha256_index" ON "evidence" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "letters_task_id_sent_at_index" ON "letters" USING btree ("task_id","sent_at");--> statement-breakpoint
CREATE INDEX "mails_user_id_created_at_index" ON "mails" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "notifications_user_id_created_at_index" ON "notifications" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "reminders_user_id_created_at_index" ON "reminders" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "sessions_user_id_index" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "users_department_id_role_index" ON "users" USING btree ("department_id","role");--> statement-breakpoint
CREATE INDEX "releases_task_id_released_at_index" ON "releases" USING btree ("task_id","released_at");--> statement-breakpoint
CREATE INDEX "withdrawals_task_id_withdrawn_at_index" ON "withdrawals" USING btree ("task_id","withdrawn_at");--> statement-breakpoint
CREATE INDEX "published_reports_task_id_published_at_index" ON "published_reports" USING btree ("task_id","published_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "review_decisions_submission_id_index" ON "review_decisions" USING btree ("submission_id");--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_one_open_report" ON "submissions" USING btree ("task_id") WHERE "submissions"."status" in ('draft', 'in_review', 'returned') and "submissions"."kind" in ('progress', 'completion');--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_one_open_of_kind" ON "submissions" USING btree ("task_id","department_id","kind") WHERE "submissions"."status" in ('draft', 'in_review', 'returned') and "submissions"."letter_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_one_answer" ON "submissions" USING btree ("letter_id") WHERE "submissions"."status" in ('draft', 'in_review', 'returned', 'approved');--> statement-breakpoint
CREATE INDEX "submissions_task_id_kind_index" ON "submissions" USING btree ("task_id","kind");--> statement-breakpoint
CREATE INDEX "submissions_department_id_index" ON "submissions" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "submissions_status_step_index" ON "submissions" USING btree ("status","step");--> statement-breakpoint
CREATE INDEX "subscriptions_kind_target_index" ON "subscriptions" USING btree ("kind","target");--> statement-breakpoint
CREATE INDEX "due_moves_task_id_moved_at_index" ON "due_moves" USING btree ("task_id","moved_at");--> statement-breakpoint
CREATE INDEX "task_cooperators_department_id_index" ON "task_cooperators" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "tasks_plan_id_sort_order_index" ON "tasks" USING btree ("plan_id","sort_order");--> statement-breakpoint
CREATE INDEX "tasks_parent_id_index" ON "tasks" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "tasks_document_id_index" ON "tasks" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "tasks_lead_department_id_status_index" ON "tasks" USING btree ("lead_department_id","status");