import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuditTrail } from "@/components/audit-trail";
import { ChildTasks } from "@/components/child-tasks";
import { ClauseQuote } from "@/components/clause-quote";
import { PublishedReports } from "@/components/published-reports";
import { TaskFacts } from "@/components/task-facts";
import { TaskSteps } from "@/components/task-steps";
import { clauseOf } from "@/components/work-task";
import { taskHistory } from "@/db/queries/history";
import { openSubmissions } from "@/db/queries/open-submissions";
import { publicReports } from "@/db/queries/public";
import { getTask, listTasks } from "@/db/queries/work-tasks";
import { currentDay } from "@/lib/clock";
import { requireActor } from "@/lib/session";
import { receive } from "../../receive-action";
import { stepsFor } from "./steps";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props) {
  return { title: (await params).code };
}

export default async function TaskPage({ params }: Props) {
  const { code } = await params;
  const actor = await requireActor(`/work/${code}`);
  const today = await currentDay();
  const task = await getTask(actor, code, today);
  if (!task) notFound();
  const [all, open, reports, history] = await Promise.all([
    listTasks(actor, today),
    openSubmissions(actor, code),
    publicReports(code),
    taskHistory(actor, code),
  ]);
  const children = all.filter(({ parentCode }) => parentCode === code);
  const t = await getTranslations();
  return (
    <>
      <p className="text-sm text-muted">
        {t(`taskKinds.${task.kind}`)} · {code}
      </p>
      <h1 lang="zh-CN" className="text-2xl font-bold">
        {task.title}
      </h1>
      <TaskSteps
        task={task}
        open={open}
        steps={stepsFor(actor, task, open)}
        today={today}
        receive={receive}
      />
      <div className="grid gap-x-8 lg:grid-cols-[3fr_2fr]">
        <div>
          <ClauseQuote task={clauseOf(task)} />
          <TaskFacts task={task} />
          <ChildTasks tasks={children} />
          <PublishedReports reports={reports} hasChildren={task.standing.childCount > 0} />
        </div>
        <AuditTrail history={history} />
      </div>
    </>
  );
}
