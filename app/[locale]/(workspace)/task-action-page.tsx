import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RefusalWithWays } from "@/components/submissions/refusal-ways";
import { ReviewContext } from "@/components/submissions/task-context";
import { Anchor } from "@/components/ui/anchor";
import { getTask } from "@/db/queries/tasks/work-tasks";
import { requireActor } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import type { Day } from "@/lib/domain/calendar/days";
import { mayHold } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { waysOnFrom } from "@/lib/domain/submissions/ways-on";
import { type TaskAct, taskActRefusal, taskActs } from "@/lib/domain/tasks/tasks";

type Task = NonNullable<Awaited<ReturnType<typeof getTask>>>;
type Props = {
  act: TaskAct;
  params: Promise<{ code: string }>;
  form: (task: Task, today: Day, actor: Actor) => ReactNode | Promise<ReactNode>;
};

export function taskActionMetadata(act: TaskAct) {
  return async ({ params }: Pick<Props, "params">) => {
    const t = await getTranslations("work.acts");
    return { title: `${t(act)} ${(await params).code}` };
  };
}

/** One act on a task, beside what it is about: the form, or why this person cannot do it now. */
export async function TaskActionPage({ act, params, form }: Props) {
  const { code } = await params;
  const actor = await requireActor();
  if (!mayHold(actor, taskActs[act].permission)) notFound();
  const today = await currentDay();
  const task = await getTask(actor, code, today);
  if (!task) notFound();
  const refusal = taskActRefusal(actor, act, task);
  const t = await getTranslations("work");
  return (
    <>
      <h1 className="text-2xl font-bold">{t(`acts.${act}`)}</h1>
      <p className="mb-4">
        <Anchor href={`/work/${code}`} lang="zh-CN">
          {t("report.forTask", { code, title: task.title })}
        </Anchor>
      </p>
      <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        {refusal ? (
          <RefusalWithWays refusal={refusal} ways={waysOnFrom(refusal, task, actor)} />
        ) : (
          await form(task, today, actor)
        )}
        <ReviewContext task={task} />
      </div>
    </>
  );
}
