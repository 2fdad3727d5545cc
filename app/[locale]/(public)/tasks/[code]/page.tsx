import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/breadcrumb";
import { ClauseQuote } from "@/components/clause-quote";
import { PublishedReports } from "@/components/published-reports";
import { SubTasks } from "@/components/sub-tasks";
import { TaskDuties } from "@/components/task-duties";
import { TaskHeading } from "@/components/task-heading";
import { TaskNotes } from "@/components/task-notes";
import { publicReports } from "@/db/queries/public-reports";
import { PublicPage } from "../../public-page";
import { loadTask } from "./load-task";

type Props = { params: Promise<{ locale: string; code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadTask((await params).code))?.task.title };
}

export default async function TaskPage({ params }: Props) {
  const { code } = await params;
  const found = await loadTask(code);
  if (!found) notFound();
  const { task, children, steps, ...when } = found;
  return (
    <PublicPage path={`/tasks/${code}`}>
      <Breadcrumb steps={steps} />
      <article>
        <TaskHeading task={task} {...when} />
        <ClauseQuote task={task} />
        {task.isTracked && <TaskDuties task={task} />}
        <SubTasks tasks={children} {...when} />
        {task.isTracked && (
          <PublishedReports
            reports={await publicReports(code, when.today)}
            hasChildren={children.length > 0}
          />
        )}
        <TaskNotes task={task} />
      </article>
    </PublicPage>
  );
}
