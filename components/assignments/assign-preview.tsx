"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Refusal } from "@/lib/domain/refusals";
import { type Assignment, assignmentChanges } from "@/lib/domain/tasks/assignment";
import type { TaskStatus } from "@/lib/domain/tasks/tasks";
import { type Department, withUnitNames } from "./assign-values";
import { AssignmentChanges } from "./assignment-changes";

type Props = {
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

/** The second step of 交办: what will be different, in the history's own words, and the confirmation. */
export function AssignPreview(props: Props) {
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
