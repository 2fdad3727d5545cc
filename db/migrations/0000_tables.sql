CREATE TYPE "public"."excluded_kind" AS ENUM('statistics', 'heading', 'caption', 'company_news', 'past_results', 'project_news', 'slogan');--> statement-breakpoint
CREATE TYPE "public"."department_kind" AS ENUM('party', 'government', 'department', 'city', 'district', 'body', 'collective', 'enterprise', 'central_branch');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('official', 'head', 'supervisor', 'admin', 'auditor');--> statement-breakpoint
CREATE TYPE "public"."decision_kind" AS ENUM('approve', 'return', 'reject');--> statement-breakpoint
CREATE TYPE "public"."submission_kind" AS ENUM('progress', 'completion');--> statement-breakpoint
CREATE TYPE "public"."submission_status" AS ENUM('draft', 'in_review', 'returned', 'approved', 'rejected', 'discarded');--> statement-breakpoint
CREATE TYPE "public"."deadline_basis" AS ENUM('source', 'assigned');--> statement-breakpoint
CREATE TYPE "public"."deadline_kind" AS ENUM('date', 'ten_day', 'year', 'unresolved', 'ongoing');--> statement-breakpoint
CREATE TYPE "public"."owner_basis" AS ENUM('source', 'proposed', 'confirmed');--> statement-breakpoint
CREATE TYPE "public"."reporting_cycle" AS ENUM('weekly', 'monthly', 'bimonthly', 'quarterly', 'half_yearly', 'none');--> statement-breakpoint
CREATE TYPE "public"."task_kind" AS ENUM('goal', 'measure', 'subtask', 'requirement', 'principle');--> statement-breakpoint
CREATE TYPE "public"."task_status" AS ENUM('unassigned', 'assigned', 'active', 'completed');--> statement-breakpoint
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
CREATE TABLE "installation" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"is_demo" boolean NOT NULL,
	"clock_shift_days" integer DEFAULT 0 NOT NULL,
	"seeded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "installation_one_row" CHECK ("installation"."id" = 1),
	CONSTRAINT "installation_real_clock" CHECK ("installation"."is_demo" or "installation"."clock_shift_days" = 0)
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
	"review_steps" jsonb DEFAULT '[{"by":"head"},{"by":"supervisor"}]'::jsonb NOT NULL,
	"due_soon_days" integer DEFAULT 7 NOT NULL,
	"behind_points" integer DEFAULT 10 NOT NULL,
	"far_behind_points" integer DEFAULT 30 NOT NULL,
	"stale_days" integer DEFAULT 45 NOT NULL,
	"sort_order" integer NOT NULL,
	CONSTRAINT "plans_slug_unique" UNIQUE("slug")
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
	"content" jsonb NOT NULL,
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
	"status" "submission_status" DEFAULT 'draft' NOT NULL,
	"step" integer,
	"content" jsonb NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"step_since" timestamp with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "submissions_step" CHECK (("submissions"."status" = 'in_review') = ("submissions"."step" is not null)),
	CONSTRAINT "submissions_step_since" CHECK (("submissions"."step" is null) = ("submissions"."step_since" is null))
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
	"status" "task_status" DEFAULT 'unassigned' NOT NULL,
	"owner_verbatim" text,
	"owner_basis" "owner_basis",
	"lead_department_id" uuid,
	"assigned_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	"received_by_id" uuid,
	"completed_on" date,
	"is_demo" boolean DEFAULT false NOT NULL,
	"deadline_verbatim" text,
	"deadline_kind" "deadline_kind" NOT NULL,
	"deadline_note" text,
	"deadline_basis" "deadline_basis",
	"window_start" date,
	"due_on" date,
	"baseline_due_on" date,
	"reporting_cycle" "reporting_cycle" DEFAULT 'none' NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "tasks_code_unique" UNIQUE("code"),
	CONSTRAINT "tasks_place" CHECK (0 <= "tasks"."quote_start" and "tasks"."quote_start" < "tasks"."quote_end"),
	CONSTRAINT "tasks_assigned" CHECK (("tasks"."status" = 'unassigned') = ("tasks"."assigned_at" is null)),
	CONSTRAINT "tasks_lead" CHECK ("tasks"."status" = 'unassigned' or "tasks"."lead_department_id" is not null),
	CONSTRAINT "tasks_received" CHECK (("tasks"."status" in ('active', 'completed')) = ("tasks"."received_at" is not null)),
	CONSTRAINT "tasks_completed" CHECK (("tasks"."status" = 'completed') = ("tasks"."completed_on" is not null)),
	CONSTRAINT "tasks_deadline_basis" CHECK (("tasks"."due_on" is null) or ("tasks"."deadline_basis" is not null)),
	CONSTRAINT "tasks_baseline" CHECK (("tasks"."due_on" is null) or ("tasks"."baseline_due_on" is not null)),
	CONSTRAINT "tasks_principle" CHECK ("tasks"."kind" <> 'principle' or "tasks"."status" = 'unassigned')
);
--> statement-breakpoint
ALTER TABLE "context_indicators" ADD CONSTRAINT "context_indicators_source_page_id_source_pages_id_fk" FOREIGN KEY ("source_page_id") REFERENCES "public"."source_pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_source_page_id_source_pages_id_fk" FOREIGN KEY ("source_page_id") REFERENCES "public"."source_pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "excluded_passages" ADD CONSTRAINT "excluded_passages_source_page_id_source_pages_id_fk" FOREIGN KEY ("source_page_id") REFERENCES "public"."source_pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_parent_id_departments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answered_requests" ADD CONSTRAINT "answered_requests_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributors" ADD CONSTRAINT "contributors_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributors" ADD CONSTRAINT "contributors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_reports" ADD CONSTRAINT "published_reports_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_reports" ADD CONSTRAINT "published_reports_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_reports" ADD CONSTRAINT "published_reports_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_submitted_by_id_users_id_fk" FOREIGN KEY ("submitted_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_cooperators" ADD CONSTRAINT "task_cooperators_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_cooperators" ADD CONSTRAINT "task_cooperators_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_parent_id_tasks_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lead_department_id_departments_id_fk" FOREIGN KEY ("lead_department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_received_by_id_users_id_fk" FOREIGN KEY ("received_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_task_id_recorded_at_index" ON "audit_events" USING btree ("task_id","recorded_at");--> statement-breakpoint
CREATE INDEX "audit_events_recorded_at_index" ON "audit_events" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "audit_events_transaction_id_index" ON "audit_events" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "context_indicators_source_page_id_index" ON "context_indicators" USING btree ("source_page_id");--> statement-breakpoint
CREATE INDEX "excluded_passages_source_page_id_index" ON "excluded_passages" USING btree ("source_page_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id_index" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "users_department_id_role_index" ON "users" USING btree ("department_id","role");--> statement-breakpoint
CREATE INDEX "published_reports_task_id_published_at_index" ON "published_reports" USING btree ("task_id","published_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "review_decisions_submission_id_index" ON "review_decisions" USING btree ("submission_id");--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_one_open" ON "submissions" USING btree ("task_id") WHERE "submissions"."status" in ('draft', 'in_review', 'returned');--> statement-breakpoint
CREATE INDEX "submissions_status_step_index" ON "submissions" USING btree ("status","step");--> statement-breakpoint
CREATE INDEX "task_cooperators_department_id_index" ON "task_cooperators" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "tasks_plan_id_sort_order_index" ON "tasks" USING btree ("plan_id","sort_order");--> statement-breakpoint
CREATE INDEX "tasks_parent_id_index" ON "tasks" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "tasks_document_id_index" ON "tasks" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "tasks_lead_department_id_status_index" ON "tasks" USING btree ("lead_department_id","status");