import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import type { SubmissionKind } from "@/lib/domain/kinds";
import type { SubmissionStatus } from "@/lib/domain/submissions/submissions";
import type { TaskAct } from "@/lib/domain/tasks/tasks";
import type { Steps } from "./task-steps";

/** Acts that have a page of their own; 签收 is a button, and 催办 a panel further down. */
const actPages: Partial<Record<TaskAct, string>> = {
  assign: "/assignments",
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
export function TaskLinks({
  task,
  steps,
}: {
  task: { code: string; status: string };
  steps: Steps;
}) {
  const t = useTranslations();
  const { code } = task;
  const acts = steps.acts.flatMap((act) => {
    const page = actPages[act];
    const isNew = act === "assign" && task.status === "unassigned";
    const label = t(`work.acts.${act === "assign" && !isNew ? "reassign" : act}`);
    return page ? [{ href: `${page}/${code}`, label }] : [];
  });
  const kinds = steps.kinds.map(({ kind, status }) => {
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
