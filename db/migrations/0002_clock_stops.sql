ALTER TABLE "tasks" ADD COLUMN "stops" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "submissions_task_id_kind_index" ON "submissions" USING btree ("task_id","kind");--> statement-breakpoint
grant update (stops) on tasks to taizhang_app;
