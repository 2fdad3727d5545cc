import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InstructionForm } from "@/components/instructions/instruction-form";
import { database } from "@/db/client";
import { planToInstruct, usualAnswerDay } from "@/db/queries/instructions";
import { getTask } from "@/db/queries/tasks/work-tasks";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import { codeSchema, type Query, slugSchema } from "@/lib/domain/inputs";
import { write } from "./actions";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.instructions"))("newTitle") };
}

/** A leader writes a 批示: about a task, about a plan, or about neither. */
export default async function NewInstructionPage({ searchParams }: Props) {
  const asked = await searchParams;
  const actor = await requirePermission("instruction.write");
  const today = await currentDay();
  const code = codeSchema.safeParse(asked.task).data ?? null;
  const slug = code === null ? (slugSchema.safeParse(asked.plan).data ?? null) : null;
  const [task, plan, dueOn, t] = await Promise.all([
    code === null ? null : getTask(actor, code, today),
    slug === null ? null : planToInstruct(database(), actor, slug),
    usualAnswerDay(today),
    getTranslations("work.instructions"),
  ]);
  if ((code !== null && !task) || (slug !== null && !plan)) notFound();
  return (
    <>
      <h1 className="text-2xl font-bold">{t("newTitle")}</h1>
      <p className="mt-1 text-muted">
        {task || plan ? (
          <>
            {t("about")}：
            <span lang="zh-CN">{task ? `${task.code} ${task.title}` : plan?.title}</span>
          </>
        ) : (
          t("aboutNothing")
        )}
      </p>
      <InstructionForm code={code} planSlug={slug} today={today} dueOn={dueOn} send={write} />
    </>
  );
}
