import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HandlersForm } from "@/components/assignments/handlers-form";
import { AuditTrail } from "@/components/audit/audit-trail";
import { TaskChasing } from "@/components/chasing/task-chasing";
import { ToAnswer } from "@/components/chasing/to-answer";
import { TaskComments } from "@/components/comments/task-comments";
import { ClauseQuote } from "@/components/documents/clause-quote";
import { CorrectionLog } from "@/components/documents/correction-log";
import { GapNotice } from "@/components/gaps/gap-notice";
import { DoneAndNext } from "@/components/inbox/done-and-next";
import { TaskInstructions } from "@/components/instructions/instruction-list";
import { PublishedReports } from "@/components/submissions/reports/published-reports";
import { Contributions } from "@/components/submissions/reports/report-context";
import { Anchor } from "@/components/ui/anchor";
import { TaskActions } from "@/components/work/task-actions";
import { TaskFacts } from "@/components/work/task-facts";
import { ChildTasks } from "@/components/work/task-table";
import { database } from "@/db/client";
import { historyPage } from "@/db/queries/audit";
import { dueMovesOf } from "@/db/queries/calendar/due-moves";
import { taskChasing } from "@/db/queries/chasing/chasing";
import { mentionablePeople, taskComments } from "@/db/queries/comments";
import { gapsOnTask } from "@/db/queries/gaps/gaps";
import { countInstructions, listInstructions } from "@/db/queries/instructions";
import { approvedReports } from "@/db/queries/submissions/approved-reports";
import { contributionsTo } from "@/db/queries/submissions/contributions";
import { openSubmissions } from "@/db/queries/submissions/open-submissions";
import { readableSubmissions } from "@/db/queries/submissions/submission-state";
import { correctionLog } from "@/db/queries/tasks/corrections";
import { nameablePeople } from "@/db/queries/tasks/handlers";
import { getTask, partsPage } from "@/db/queries/tasks/work-tasks";
import { requireActor } from "@/lib/auth/session";
import { currentDay, currentTime } from "@/lib/clock";
import type { Query } from "@/lib/domain/inputs";
import { can } from "@/lib/domain/people/permissions";
import { nameHandlersRefusal } from "@/lib/domain/tasks/handlers";
import { clauseOf } from "@/lib/domain/tasks/work-task";
import { acknowledge } from "../../acknowledge-action";
import { findNext } from "../../next-action";
import { receive } from "../../receive-action";
import { answer, chase } from "./chase-actions";
import { comment } from "./comment-actions";
import { nameHandlers } from "./handler-actions";
import { optionsFor } from "./task-options";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props) {
  return { title: (await params).code };
}

export default async function TaskPage({ params, searchParams }: Props) {
  const { code } = await params;
  const actor = await requireActor();
  const today = await currentDay();
  const task = await getTask(actor, code, today);
  if (!task) notFound();
  const query = await searchParams;
  const placeOf = (name: string, id: string) => (page: number) =>
    `/work/${code}?${name}=${page}#${id}`;
  const mayComment = can(actor, "comment.write", task);
  const mayName = nameHandlersRefusal(actor, task) === null;
  const [
    { parts, count, ...place },
    moves,
    contributions,
    open,
    reports,
    { history, ...historyPlace },
    chasing,
    { comments, count: commentCount, ...commentPlace },
    people,
    colleagues,
    instructions,
    instructionCount,
    corrections,
    gaps,
  ] = await Promise.all([
    partsPage(actor, task.id, today, query.page),
    dueMovesOf(code),
    contributionsTo(actor, code),
    openSubmissions(actor, { taskCode: code }),
    approvedReports(code),
    historyPage(actor, code, query.history),
    taskChasing(actor, code, today),
    taskComments(actor, code, query.comments),
    mayComment ? mentionablePeople(database(), actor, task) : null,
    mayName ? nameablePeople(actor) : null,
    listInstructions(actor, today, { code, limit: 5, offset: 0 }),
    countInstructions(actor, { code }),
    correctionLog(database(), { code }, await currentTime()),
    gapsOnTask(task, await readableSubmissions(actor, code)),
  ]);
  const options = optionsFor(actor, task, open);
  const t = await getTranslations();
  return (
    <>
      <p className="text-sm text-muted">
        {t(`taskKinds.${task.kind}`)} · {code}
      </p>
      <h1 lang="zh-CN" className="text-2xl font-bold">
        {task.title}
      </h1>
      <DoneAndNext findNext={findNext} />
      <GapNotice gaps={gaps} />
      <ToAnswer chasing={chasing} actions={{ answer, acknowledge }} />
      <TaskActions task={task} open={open} options={options} today={today} receive={receive} />
      <div className="grid gap-x-8 lg:grid-cols-[3fr_2fr]">
        <div>
          <ClauseQuote task={clauseOf(task)} />
          {can(actor, "correction.propose") && (
            <p className="mt-2">
              <Anchor
                href={`/corrections/new?${new URLSearchParams({ subject: "task", name: code })}`}
              >
                {t("work.registration.correct")}
              </Anchor>
            </p>
          )}
          <TaskFacts task={task} moves={moves}>
            {colleagues && <HandlersForm task={task} people={colleagues} name={nameHandlers} />}
          </TaskFacts>
          <CorrectionLog corrections={corrections} />
          <TaskChasing
            code={code}
            chasing={chasing}
            mayChase={options.acts.includes("chase")}
            actions={{ chase, answer, acknowledge }}
          />
          <TaskInstructions
            code={code}
            planSlug={task.planSlug}
            items={instructions}
            count={instructionCount}
            mayWrite={can(actor, "instruction.write", task)}
          />
          <ChildTasks
            tasks={parts}
            count={count}
            place={{ ...place, hrefOf: placeOf("page", "parts") }}
          />
          <Contributions contributions={contributions} />
          <PublishedReports isInside reports={reports} hasChildren={task.health.childCount > 0} />
          <TaskComments
            code={code}
            comments={comments}
            count={commentCount}
            place={{ ...commentPlace, hrefOf: placeOf("comments", "comments") }}
            people={people}
            post={comment}
          />
        </div>
        <AuditTrail
          history={history}
          place={{ ...historyPlace, hrefOf: placeOf("history", "history") }}
        />
      </div>
    </>
  );
}
