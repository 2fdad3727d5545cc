"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { useAction } from "@/components/forms/use-action";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { RefusalNotice, useRefusalText } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { AssignInput } from "@/lib/domain/assignments/inputs";
import type { Day } from "@/lib/domain/calendar/days";
import type { Department } from "@/lib/domain/people/departments";
import type { Refusal } from "@/lib/domain/refusals";
import {
  type Assignment,
  type AssignmentChoice,
  applyAssignment,
  assignmentChanges,
  assignmentRefusal,
} from "@/lib/domain/tasks/assignment";
import type { TaskStatus } from "@/lib/domain/tasks/tasks";
import { localePath } from "@/messages/locales";
import { AssignFields } from "./assign-fields";
import { type AssignValues, assignValuesOf, choiceOf, withUnitNames } from "./assign-values";
import { AssignmentChanges } from "./assignment-changes";

type Task = Omit<Assignment, "cooperatingIds"> & {
  code: string;
  version: number;
  status: TaskStatus;
  ownerVerbatim: string | null;
  deadlineVerbatim: string | null;
  cooperating: { id: string }[];
  parentDueOn: Day | null;
};
type Props = {
  task: Task;
  departments: Department[];
  today: Day;
  assign: Action<AssignInput, { code: string }>;
};

/** 交办 in two steps: choose, then read before → after and confirm. Both ask the rule that the server asks. */
export function AssignForm({ task, departments, today, assign }: Props) {
  const router = useRouter();
  const locale = useLocale();
  const say = useRefusalText();
  const before: Assignment = {
    leadId: task.leadId,
    cooperatingIds: task.cooperating.map(({ id }) => id),
    ownerBasis: task.ownerBasis,
    dueOn: task.dueOn,
    deadlineBasis: task.deadlineBasis,
    cycle: task.cycle,
    reportDay: task.reportDay,
  };
  const form = useForm<AssignValues>({
    defaultValues: assignValuesOf(before),
    shouldFocusError: false,
  });
  const [choice, setChoice] = useState<AssignmentChoice | null>(null);
  const { run, busy, refusal } = useAction(assign, () =>
    router.push(localePath(locale, `/work/${task.code}`)),
  );

  const check = form.handleSubmit((values) => {
    const chosen = choiceOf(values);
    const isCollective = (wanted: string) =>
      departments.some(({ id, isCollective }) => id === wanted && isCollective);
    const refused = assignmentRefusal(before, chosen, {
      isCollective,
      parentDueOn: task.parentDueOn,
      today,
    });
    if (!refused) return setChoice(chosen);
    const field = (refused.field ?? "leadId") as keyof AssignValues;
    form.setError(field, { type: "server", message: say(refused) });
  });

  if (!choice) return <AssignFields {...{ form, task, departments, today, onSubmit: check }} />;
  return (
    <AssignPreview
      before={before}
      after={applyAssignment(before, choice)}
      status={task.status}
      departments={departments}
      busy={busy}
      refusal={refusal}
      code={task.code}
      onBack={() => setChoice(null)}
      onConfirm={() => run({ code: task.code, version: task.version, ...choice })}
    />
  );
}

type AssignPreviewProps = {
  before: Assignment;
  after: Assignment;
  status: TaskStatus;
  departments: Department[];
  code: string;
  busy: boolean;
  refusal: Refusal | null;
  onBack: () => void;
  onConfirm: () => void;
};

/** The second half of 交办: what will be different, in the history's own words, and the confirmation. */
function AssignPreview(props: AssignPreviewProps) {
  const { before, after, status, departments, code, busy, refusal, onBack, onConfirm } = props;
  const t = useTranslations();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const changed = assignmentChanges(before, after);
  const named = withUnitNames(after, departments);
  return (
    <section aria-labelledby="check" className="space-y-4 border border-line bg-paper p-4">
      <h2 id="check" ref={heading} tabIndex={-1} className="text-lg font-bold">
        {t("work.assign.check")}
      </h2>
      {refusal && (
        <RefusalNotice refusal={refusal}>
          <Anchor href={`/work/${code}`}>{t("work.form.latest")}</Anchor>
        </RefusalNotice>
      )}
      <p lang="zh-CN" className="font-semibold">
        {t("history.task_assigned", { lead: named.lead ?? "" })}
      </p>
      {changed.length === 0 && <p>{t("work.assign.noChanges")}</p>}
      <AssignmentChanges
        before={withUnitNames(before, departments)}
        after={named}
        changed={changed}
      />
      <p>
        {t("work.assign.becomes", {
          before: t(`status.${status}`),
          after: t("status.assigned"),
        })}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button disabled={busy} onClick={onConfirm}>
          {t(busy ? "work.assign.confirming" : "work.assign.confirm")}
        </Button>
        <Button tone="plain" disabled={busy} onClick={onBack}>
          {t("work.assign.back")}
        </Button>
      </div>
    </section>
  );
}
