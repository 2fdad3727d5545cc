"use client";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useAction } from "@/components/forms/use-action";
import { useRefusalText } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { AssignInput } from "@/lib/domain/assignments/inputs";
import type { Day } from "@/lib/domain/calendar/days";
import {
  type Assignment,
  type AssignmentChoice,
  applyAssignment,
  assignmentRefusal,
} from "@/lib/domain/tasks/assignment";
import type { TaskStatus } from "@/lib/domain/tasks/tasks";
import { localePath } from "@/messages/locales";
import { AssignFields } from "./assign-fields";
import { AssignPreview } from "./assign-preview";
import { type AssignValues, assignValuesOf, choiceOf, type Department } from "./assign-values";

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
  const sheet = useForm<AssignValues>({
    defaultValues: assignValuesOf(before),
    shouldFocusError: false,
  });
  const [choice, setChoice] = useState<AssignmentChoice | null>(null);
  const { press, busy, refusal } = useAction(assign, () =>
    router.push(localePath(locale, `/work/${task.code}`)),
  );

  const check = sheet.handleSubmit((values) => {
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
    sheet.setError(field, { type: "server", message: say(refused) });
  });

  if (!choice) return <AssignFields {...{ sheet, task, departments, today, onSubmit: check }} />;
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
      onConfirm={() => press({ code: task.code, version: task.version, ...choice })}
    />
  );
}
