import { useTranslations } from "next-intl";
import { type ReceiveAction, ReceiveButton } from "@/components/assignments/receive-button";
import { SubmissionLine } from "@/components/submissions/submission-line";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { TimeLeft } from "@/components/ui/deadline";
import { DemoTag } from "@/components/ui/demo-tag";
import { LightTag } from "@/components/ui/light-tag";
import type { Day } from "@/lib/domain/calendar/days";
import type { SubmissionKind } from "@/lib/domain/kinds";
import type { OpenSubmission } from "@/lib/domain/submissions/open-submissions";
import type { SubmissionStatus } from "@/lib/domain/submissions/submissions";
import type { TaskAct } from "@/lib/domain/tasks/tasks";
import type { WorkTask } from "@/lib/domain/tasks/work-task";

type TaskOptions = {
  acts: TaskAct[];
  kinds: { kind: SubmissionKind; status: SubmissionStatus | null }[];
  cooperates: boolean;
};
type Props = {
  task: WorkTask;
  open: OpenSubmission[];
  options: TaskOptions;
  today: Day;
  receive: ReceiveAction;
};

/** Where a task stands, and what the reader may do about it now. */
export function TaskActions({ task, open, options, today, receive }: Props) {
  const t = useTranslations();
  const isPrinciple = task.kind === "principle";
  const mayReview = open.some(({ transitions }) => transitions.includes("approve"));
  const idle = options.acts.length === 0 && options.kinds.length === 0 && !mayReview;
  return (
    <section aria-label={t("work.task.next")} className="mt-3 border border-line bg-paper p-4">
      {isPrinciple ? (
        <p>{t("work.task.untracked")}</p>
      ) : (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <strong className="font-semibold">{t(`status.${task.status}`)}</strong>
          {task.struckOffOn && (
            <strong className="font-semibold">{t("work.task.struckOff")}</strong>
          )}
          <LightTag health={task.health} />
          <TimeLeft task={task} />
          {task.health.isDemo && <DemoTag />}
        </p>
      )}
      {open.length > 0 && (
        <ul className="mt-2 space-y-1">
          {open.map((submission) => (
            <li key={submission.id} className="flex flex-wrap items-center gap-x-4">
              <SubmissionLine submission={submission} today={today} />
              {submission.status !== "draft" && (
                <Anchor
                  href={`/reviews/${submission.id}`}
                  className="inline-flex min-h-8 items-center"
                >
                  {t(
                    submission.transitions.includes("approve")
                      ? "work.task.review"
                      : "work.task.sent",
                  )}
                </Anchor>
              )}
            </li>
          ))}
        </ul>
      )}
      {idle && !isPrinciple && (
        <p className="mt-2 text-muted">
          {t(options.cooperates ? "work.task.cooperates" : "work.task.nothing")}
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {options.acts.includes("receive") && <ReceiveButton task={task} receive={receive} />}
        <TaskLinks task={task} options={options} />
        <Anchor href={`/tasks/${task.code}`} className="inline-flex min-h-11 items-center">
          {t("work.task.public")}
        </Anchor>
      </div>
    </section>
  );
}

/** Acts that have a page of their own; 签收 is a button, and 催办 a panel further down. */
const actPages: Partial<Record<TaskAct, string>> = {
  assign: "/assignments",
  distribute: "/parts",
  split: "/splits",
  strike_off: "/strike-offs",
  reopen: "/reopenings",
};

/** What to write next by where the last of its kind stands. */
const words: Partial<Record<SubmissionStatus, string>> = {
  draft: "continue",
  returned: "mend",
  in_review: "sentKind",
};

/** What the reader may do, as links: what is to be written first, then what may be asked for. */
function TaskLinks({
  task,
  options,
}: {
  task: { code: string; status: string };
  options: TaskOptions;
}) {
  const t = useTranslations();
  const { code } = task;
  const acts = options.acts.flatMap((act) => {
    const page = actPages[act];
    const isNew = act === "assign" && task.status === "unassigned";
    const label = t(`work.acts.${act === "assign" && !isNew ? "reassign" : act}`);
    return page ? [{ href: `${page}/${code}`, label }] : [];
  });
  const kinds = options.kinds.map(({ kind, status }) => {
    const name = t(`submissionKinds.${kind}`);
    const word = status && words[status];
    const label = word ? t(`work.task.${word}`, { kind: name }) : t(`work.write.${kind}`);
    return { href: formOf(kind, code), label };
  });
  return [...kinds, ...acts].map(({ href, label }, i) => (
    <Anchor key={href} href={href} className={buttonStyle(i === 0 ? "primary" : "plain")}>
      {label}
    </Anchor>
  ));
}

function formOf(kind: SubmissionKind, code: string): string {
  return kind === "progress" ? `/reports/${code}` : `/requests/${kind}/${code}`;
}
