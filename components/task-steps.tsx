import { useTranslations } from "next-intl";
import type { Day } from "@/lib/domain/days";
import { DemoTag } from "./demo-tag";
import { LightTag } from "./light-tag";
import { type OpenSubmission, SubmissionLine } from "./open-submission";
import { type ReceiveAction, ReceiveButton } from "./receive-button";
import { TimeLeft } from "./time-left";
import { Anchor } from "./ui/anchor";
import { buttonStyle } from "./ui/button";
import type { WorkTask } from "./work-task";

type Step = "receive" | "report" | "review" | "view" | "assign";
type Props = {
  task: WorkTask;
  submission: OpenSubmission | null;
  steps: Record<Step | "cooperates", boolean>;
  today: Day;
  receive: ReceiveAction;
};

/** Where a task stands, and what the reader may do about it now. */
export function TaskSteps({ task, submission, steps, today, receive }: Props) {
  const t = useTranslations();
  const isPrinciple = task.kind === "principle";
  const idle = !(steps.receive || steps.report || steps.review || steps.assign);
  return (
    <section aria-label={t("work.task.next")} className="mt-3 border border-line bg-paper p-4">
      {isPrinciple ? (
        <p>{t("work.task.untracked")}</p>
      ) : (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <strong className="font-semibold">{t(`status.${task.status}`)}</strong>
          <LightTag standing={task.standing} />
          <TimeLeft task={task} />
          {task.standing.isDemo && <DemoTag />}
        </p>
      )}
      {submission && (
        <p className="mt-2">
          <SubmissionLine submission={submission} today={today} />
        </p>
      )}
      {idle && !isPrinciple && (
        <p className="mt-2 text-muted">
          {t(steps.cooperates ? "work.task.cooperates" : "work.task.nothing")}
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {steps.receive && <ReceiveButton task={task} receive={receive} />}
        <StepLinks task={task} submission={submission} steps={steps} />
        <Anchor href={`/tasks/${task.code}`} className="inline-flex min-h-11 items-center">
          {t("work.task.public")}
        </Anchor>
      </div>
    </section>
  );
}

const reportLabels = {
  draft: "continue",
  returned: "mend",
  in_review: "sent",
  approved: "report",
  rejected: "report",
  discarded: "report",
} as const;

function StepLinks({ task, submission, steps }: Pick<Props, "task" | "submission" | "steps">) {
  const t = useTranslations("work.task");
  const { code, status } = task;
  const report = submission ? reportLabels[submission.status] : "report";
  const links = [
    { show: steps.review, href: `/reviews/${submission?.id}`, label: t("review") },
    { show: steps.report, href: `/reports/${code}`, label: t(report) },
    {
      show: steps.assign,
      href: `/assignments/${code}`,
      label: t(status === "unassigned" ? "assign" : "reassign"),
    },
  ].filter(({ show }) => show);
  return (
    <>
      {links.map(({ href, label }, i) => (
        <Anchor key={href} href={href} className={buttonStyle(i === 0 ? "primary" : "plain")}>
          {label}
        </Anchor>
      ))}
      {steps.view && (
        <Anchor href={`/reviews/${submission?.id}`} className="inline-flex min-h-11 items-center">
          {t("sent")}
        </Anchor>
      )}
    </>
  );
}
