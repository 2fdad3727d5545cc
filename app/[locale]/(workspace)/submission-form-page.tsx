import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { GapNotice } from "@/components/gaps/gap-notice";
import { ClosedForm } from "@/components/submissions/closed-form";
import { FormContext } from "@/components/submissions/task-context";
import type { WriteActions } from "@/components/submissions/use-submission-form";
import { Anchor } from "@/components/ui/anchor";
import { Notice } from "@/components/ui/notice";
import { database } from "@/db/client";
import { gapsBefore } from "@/db/queries/gaps/gaps";
import { hasOtherSigner } from "@/db/queries/gaps/readers";
import { unitOptions } from "@/db/queries/people/unit-options";
import { getTask } from "@/db/queries/tasks/work-tasks";
import { requireActor } from "@/lib/auth/session";
import { currentTime } from "@/lib/clock";
import { dayIn } from "@/lib/domain/calendar/days";
import type { SubmissionKind } from "@/lib/domain/kinds";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import type { Refusal } from "@/lib/domain/refusals";
import { unitsNamedIn } from "@/lib/domain/submissions/contents";
import type { FormFacts } from "@/lib/domain/submissions/open-submissions";
import { waysOnFrom } from "@/lib/domain/submissions/ways-on";
import type { ClauseTask } from "@/lib/domain/tasks/work-task";
import { discard, save, submit, withdraw } from "./submission-actions";

/** Who writes, on which task and when. A task that this person's unit does not write this kind on looks as if not there. */
export async function loadFormTask(code: string, kind: SubmissionKind) {
  const actor = await requireActor();
  const now = await currentTime();
  const task = await getTask(actor, code, dayIn(now));
  if (!task || !can(actor, "submission.write", { ...task, submissionKind: kind })) notFound();
  return { actor, task, now };
}

type Facts = FormFacts & { refusal: Refusal | null };
type Usable<Known extends Facts> = Known & { refusal: null };
type Props<Known extends Facts> = {
  title: string;
  kind: SubmissionKind;
  writer: Actor;
  task: ClauseTask;
  /** What the form's query found; null where the task is not there any more. */
  facts: Known | null;
  /** What else the kind calls for beside the form. */
  aside?: (facts: Usable<Known>) => ReactNode;
  children: (facts: Usable<Known>, actions: WriteActions) => ReactNode;
};

/** The page of a form that writes a submission, or of the rule that says why it may not be used. */
export function SubmissionFormPage<Known extends Facts>(props: Props<Known>) {
  const { title, kind, writer, task, facts, aside, children } = props;
  if (!facts) notFound();
  return (
    <SubmissionFormFrame
      {...{ title, kind, writer, task }}
      open={facts.open}
      aside={isUsable(facts) && aside?.(facts)}
    >
      <FormOrRefusal {...{ facts, task, writer }}>{children}</FormOrRefusal>
    </SubmissionFormFrame>
  );
}

type FrameProps = {
  title: string;
  kind: SubmissionKind;
  /** Null where it is only read. */
  writer: Actor | null;
  task: ClauseTask;
  open: FormFacts["open"];
  aside?: ReactNode;
  children: ReactNode;
};

/** What the form is about, the form, and what to write it by beside it. */
export async function SubmissionFormFrame(props: FrameProps) {
  const { title, kind, writer, task, open, aside, children } = props;
  const t = await getTranslations("work.report");
  const { code } = task;
  const [hasSigner, gaps] = await Promise.all([
    writer && hasOtherSigner(writer, code, kind),
    writer ? gapsBefore(task, writer.departmentId) : [],
  ]);
  return (
    <>
      <h1 className="text-2xl font-bold">{title}</h1>
      <p className="mb-4">
        <Anchor href={`/work/${code}`} lang="zh-CN">
          {t("forTask", { code, title: task.title })}
        </Anchor>
      </p>
      <GapNotice gaps={gaps} />
      {hasSigner !== null && (
        <div className="mb-4">
          {hasSigner ? (
            <Notice tone="info">{t("headNote")}</Notice>
          ) : (
            <Notice tone="caution">{t("onlyHeadNote")}</Notice>
          )}
        </div>
      )}
      <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        {children}
        <FormContext task={task} lastReturn={open?.lastReturn ?? null}>
          {aside}
        </FormContext>
      </div>
    </>
  );
}

type FormProps<Known extends Facts> = {
  facts: Known;
  task: ClauseTask;
  writer: Actor;
  children: Props<Known>["children"];
};

export async function FormOrRefusal<Known extends Facts>(props: FormProps<Known>) {
  const { facts, task, writer, children } = props;
  if (isUsable(facts)) return children(facts, { save, submit, withdraw, discard });
  const { refusal, open } = facts;
  if (!refusal) return null;
  const units = await unitOptions(database(), unitsNamedIn(open?.content));
  const ways = waysOnFrom(refusal, task, writer);
  return <ClosedForm facts={{ refusal, open }} ways={ways} units={units} discard={discard} />;
}

function isUsable<Known extends Facts>(facts: Known): facts is Usable<Known> {
  return facts.refusal === null;
}
