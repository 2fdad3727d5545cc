import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { OpenForm } from "@/components/submissions/content";
import { FormContext } from "@/components/submissions/task-context";
import { Anchor } from "@/components/ui/anchor";
import { Notice } from "@/components/ui/notice";
import type { Role } from "@/lib/domain/people/roles";
import type { ClauseTask } from "@/lib/domain/tasks/work-task";

type Props = {
  title: string;
  role: Role;
  task: ClauseTask;
  form: OpenForm;
  /** What else the kind calls for beside the form. */
  aside?: ReactNode;
  children: ReactNode;
};

/** The page of a form that writes a submission: what it is about, the form, and what to write it by beside it. */
export async function WritingPage({ title, role, task, form, aside, children }: Props) {
  const t = await getTranslations("work.report");
  const { code } = task;
  return (
    <>
      <h1 className="text-2xl font-bold">{title}</h1>
      <p className="mb-4">
        <Anchor href={`/work/${code}`} lang="zh-CN">
          {t("forTask", { code, title: task.title })}
        </Anchor>
      </p>
      {role === "head" && (
        <div className="mb-4">
          <Notice tone="info">{t("headNote")}</Notice>
        </div>
      )}
      <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        {children}
        <FormContext task={task} lastReturn={form.open?.lastReturn ?? null}>
          {aside}
        </FormContext>
      </div>
    </>
  );
}
