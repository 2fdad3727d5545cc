"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { useAction } from "@/components/forms/use-action";
import type { FindUnits } from "@/components/forms/use-unit-search";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { keepFlash } from "@/components/ui/flash";
import { RefusalNotice, useRefusalText } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { AssignInput } from "@/lib/domain/assignments/inputs";
import { type MovedBy, movedBy, type OpenWork } from "@/lib/domain/assignments/moved-by";
import type { Day } from "@/lib/domain/calendar/days";
import type { UnitOption } from "@/lib/domain/people/departments";
import type { Refusal } from "@/lib/domain/refusals";
import {
  type Assignment,
  type AssignmentChoice,
  applyAssignment,
  assignmentChanges,
  assignmentRefusal,
  type PartDay,
} from "@/lib/domain/tasks/assignment";
import type { TaskStatus } from "@/lib/domain/tasks/tasks";
import { localePath } from "@/messages/locales";
import { AssignFields } from "./assign-fields";
import { AssignMoves } from "./assign-moves";
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
  baselineDueOn: Day | null;
};
type Moving = { parts: PartDay[]; work: OpenWork[] };
type Props = {
  task: Task;
  /** The units that the task has now. */
  units: UnitOption[];
  /** What may move with it. */
  moving: Moving;
  today: Day;
  find: FindUnits;
  assign: Action<AssignInput, { code: string }>;
};

/** 交办 in two steps: choose, then read before → after and confirm. Both ask the rule that the server asks. */
export function AssignForm({ task, units, moving, today, find, assign }: Props) {
  const router = useRouter();
  const locale = useLocale();
  const t = useTranslations("work.assign");
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
    defaultValues: assignValuesOf(before, units),
    shouldFocusError: false,
  });
  const [choice, setChoice] = useState<AssignmentChoice | null>(null);
  const [known, setKnown] = useState(units);
  const { run, busy, refusal } = useAction(assign, () => {
    keepFlash({ text: t("told", { code: task.code }), from: "to_assign" });
    router.push(localePath(locale, `/work/${task.code}`));
  });

  const check = form.handleSubmit((values) => {
    const chosen = choiceOf(values);
    const named = [...units, ...values.leadId, ...values.cooperatingIds];
    const isCollective = (wanted: string) =>
      named.some(({ id, isCollective }) => id === wanted && isCollective);
    const { parentDueOn } = task;
    const facts = { isCollective, parentDueOn, parts: moving.parts, today };
    const refused = assignmentRefusal(before, chosen, facts);
    setKnown(named);
    if (!refused) return setChoice(chosen);
    const field = (refused.field ?? "leadId") as keyof AssignValues;
    form.setError(field, { type: "server", message: say(refused) });
  });

  const onSubmit = (event: FormEvent) => {
    // What a refusal said of a field may be mended in another.
    form.clearErrors();
    return check(event);
  };
  if (!choice) return <AssignFields {...{ form, task, find, today, onSubmit }} />;
  const after = applyAssignment(before, choice);
  const { status, baselineDueOn } = task;
  return (
    <AssignPreview
      before={before}
      after={after}
      status={status}
      units={known}
      moved={movedBy({ ...before, status, baselineDueOn }, after, moving)}
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
  units: UnitOption[];
  moved: MovedBy;
  code: string;
  busy: boolean;
  refusal: Refusal | null;
  onBack: () => void;
  onConfirm: () => void;
};

/** The second half of 交办: what will be different, in the history's own words, and the confirmation. */
function AssignPreview(props: AssignPreviewProps) {
  const { before, after, status, units, moved, code, busy, refusal, onBack, onConfirm } = props;
  const t = useTranslations();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const changed = assignmentChanges(before, after);
  const named = withUnitNames(after, units);
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
      <AssignmentChanges before={withUnitNames(before, units)} after={named} changed={changed} />
      <p>
        {t("work.assign.becomes", {
          before: t(`status.${status}`),
          after: t("status.assigned"),
        })}
      </p>
      <AssignMoves moved={moved} changed={changed} units={units} />
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
