"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useState } from "react";
import { BatchBox } from "@/components/forms/batch-box";
import { UnitPicker } from "@/components/forms/unit-picker";
import { useAction } from "@/components/forms/use-action";
import type { BatchAction } from "@/components/forms/use-batch";
import type { FindUnits } from "@/components/forms/use-unit-search";
import { Button } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import { WhenReady } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { AssignInBatchInput } from "@/lib/domain/assignments/inputs";
import type { Day } from "@/lib/domain/calendar/days";
import { type ReportingCycle, reportingCycles } from "@/lib/domain/calendar/periods";
import type { UnitOption } from "@/lib/domain/people/departments";

type Row = { code: string; title: string; version: number; leadId: string | null };
type Props = {
  rows: Row[];
  today: Day;
  find: FindUnits;
  assignAll: BatchAction<AssignInBatchInput>;
  children: ReactNode;
};

const Told = createContext<(code: string) => void>(() => {});

/** The board's rows, chosen and assigned together: as they stand, or with one unit, day or cycle for all. */
export function BoardBatch({ rows, today, find, assignAll, children }: Props) {
  const t = useTranslations("work.board");
  const [units, setUnits] = useState<UnitOption[]>([]);
  const [dueOn, setDueOn] = useState("");
  const [cycle, setCycle] = useState<ReportingCycle | "">("");
  const [told, setTold] = useState<string | null>(null);
  const leadId = units[0]?.id ?? null;
  const change = { leadId, dueOn: dueOn || null, cycle: cycle || null };
  const items = rows.map(({ code, title, version, ...row }) => ({
    id: code,
    label: `${code} ${title}`,
    isLeftOut: row.leadId === null && leadId === null,
    input: { code, version, ...change },
  }));
  return (
    <Told value={setTold}>
      <div role="status">
        {told && <Notice tone="done">{t("confirmed", { code: told })}</Notice>}
      </div>
      <BatchBox
        words="assign"
        items={items}
        action={assignAll}
        mustConfirm
        terms={
          <WhenReady className="grid items-end gap-3 sm:grid-cols-[2fr_1fr_1fr]">
            <UnitPicker
              id="oneUnit"
              label={t("oneUnit")}
              chosen={units}
              onChange={setUnits}
              find={find}
            />
            <Field id="oneDay" label={t("oneDay")}>
              {(described) => (
                <input
                  {...described}
                  type="date"
                  min={today}
                  className={inputStyle}
                  value={dueOn}
                  onChange={(event) => setDueOn(event.target.value)}
                />
              )}
            </Field>
            <CycleChoice cycle={cycle} onChange={setCycle} />
          </WhenReady>
        }
      >
        {children}
      </BatchBox>
    </Told>
  );
}

type CycleProps = { cycle: ReportingCycle | ""; onChange: (cycle: ReportingCycle | "") => void };

function CycleChoice({ cycle, onChange }: CycleProps) {
  const t = useTranslations("work.board");
  const cycles = useTranslations("cycles");
  return (
    <Field id="oneCycle" label={t("oneCycle")}>
      {(described) => (
        <select
          {...described}
          className={inputStyle}
          value={cycle}
          onChange={(event) =>
            onChange(reportingCycles.find((each) => each === event.target.value) ?? "")
          }
        >
          <option value="">{t("asItStands")}</option>
          {reportingCycles.map((each) => (
            <option key={each} value={each}>
              {cycles(each)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type ConfirmProps = {
  task: { code: string; version: number };
  confirm: Action<AssignInBatchInput, { code: string }>;
};

/** One proposal taken as it stands. */
export function ConfirmProposal({ task: { code, version }, confirm }: ConfirmProps) {
  const t = useTranslations("work.board");
  const router = useRouter();
  const tell = useContext(Told);
  const { run, busy, refusal } = useAction(confirm, () => {
    tell(code);
    router.refresh();
  });
  const asItStands = { leadId: null, dueOn: null, cycle: null };
  return (
    <WhenReady>
      <Button
        tone="plain"
        disabled={busy}
        aria-label={t("confirmOne", { code })}
        onClick={() => run({ code, version, ...asItStands })}
      >
        {busy ? t("confirming") : t("confirm")}
      </Button>
      {refusal && <RefusalNotice refusal={refusal} />}
    </WhenReady>
  );
}
