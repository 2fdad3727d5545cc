"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { useDay } from "@/components/ui/day";
import { Notice } from "@/components/ui/notice";
import { RefusalNotice } from "@/components/ui/refusal";
import { Table } from "@/components/ui/table";
import type { PartUnit, PlannedPart } from "@/lib/domain/assignments/splits";
import type { Day } from "@/lib/domain/calendar/days";
import type { ReportingCycle } from "@/lib/domain/calendar/periods";
import type { Refusal } from "@/lib/domain/refusals";

type Props = {
  plan: { parts: PlannedPart[]; taken: PartUnit[] };
  dueOn: Day | null;
  cycle: ReportingCycle;
  /** The whole's day where it has passed: the parts catch up (补办). */
  parentDueOn: Day | null;
  code: string;
  busy: boolean;
  refusal: Refusal | null;
  onBack: () => void;
  onConfirm: () => void;
};

/** The second half of 分解到各单位: every part there will be, and the confirmation that names their number. */
export function PartsPreview(props: Props) {
  const { plan, dueOn, cycle, parentDueOn, code, busy, refusal, onBack, onConfirm } = props;
  const t = useTranslations("work.distribute");
  const words = useTranslations();
  const day = useDay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { parts, taken } = plan;
  const count = parts.length;
  return (
    <section aria-labelledby="check" className="space-y-4 border border-line bg-paper p-4">
      <h2 id="check" ref={heading} tabIndex={-1} className="text-lg font-bold">
        {t("check", { count })}
      </h2>
      {refusal && (
        <RefusalNotice refusal={refusal}>
          <Anchor href={`/work/${code}`}>{words("work.form.latest")}</Anchor>
        </RefusalNotice>
      )}
      {taken.length > 0 && (
        <Notice tone="info">
          {t("taken", { count: taken.length, names: taken.map(({ name }) => name).join("、") })}
        </Notice>
      )}
      <p>
        {dueOn === null
          ? t("withoutDay")
          : parentDueOn === null
            ? t("withDay", { day: day(dueOn) })
            : t("withCatchUp", { day: day(dueOn), parent: day(parentDueOn) })}{" "}
        {t("withCycle", { cycle: words(`cycles.${cycle}`) })}
      </p>
      <p>{t("rollsUp")}</p>
      <Table caption={t("parts")} columns={[t("code"), t("title"), t("unit")]}>
        {parts.map((part) => (
          <tr key={part.code}>
            <td className="whitespace-nowrap">{part.code}</td>
            <td lang="zh-CN">{part.title}</td>
            <td lang="zh-CN">{part.unit.name}</td>
          </tr>
        ))}
      </Table>
      <div className="flex flex-wrap gap-3">
        <Button disabled={busy} onClick={onConfirm}>
          {busy ? words("work.form.pending") : t("confirm", { count })}
        </Button>
        <Button tone="plain" disabled={busy} onClick={onBack}>
          {words("work.assign.back")}
        </Button>
      </div>
    </section>
  );
}
