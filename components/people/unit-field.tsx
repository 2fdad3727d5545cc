"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Field, inputStyle } from "@/components/ui/field";
import type { Action } from "@/lib/domain/action-result";
import type { FindUnitsInput, FoundUnit } from "@/lib/domain/people/account-inputs";

export type FindUnits = Action<FindUnitsInput, FoundUnit[]>;
type Props = {
  id: string;
  label: string;
  error?: string;
  /** What is chosen when the form opens. */
  chosen?: FoundUnit;
  onChoose: (unitId: string) => void;
  find: FindUnits;
};

const waitMs = 200;

/** A unit found by some of its name: there may be thousands. What was understood is said below, before it is sent. */
export function UnitField({ id, label, error, chosen, onChoose, find }: Props) {
  const t = useTranslations("work.people");
  const [units, setUnits] = useState<FoundUnit[]>(chosen ? [chosen] : []);
  const [unit, setUnit] = useState<FoundUnit | undefined>(chosen);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typed = useRef(chosen?.name ?? "");

  function choose(found: FoundUnit | undefined) {
    setUnit(found);
    onChoose(found?.id ?? "");
  }

  function read(text: string) {
    typed.current = text.trim();
    choose(units.find(({ name }) => name === typed.current));
    clearTimeout(timer.current);
    if (typed.current) timer.current = setTimeout(() => search(typed.current), waitMs);
  }

  async function search(words: string) {
    const result = await find({ words }).catch(() => null);
    if (!result?.ok || typed.current !== words) return;
    setUnits(result.answer);
    const exact = result.answer.find(({ name }) => name === words);
    choose(exact ?? (result.answer.length === 1 ? result.answer[0] : undefined));
  }

  return (
    <Field id={id} label={label} hint={t("unitHint")} error={error}>
      {(described) => (
        <>
          <input
            {...described}
            list={`${id}-units`}
            lang="zh-CN"
            autoComplete="off"
            defaultValue={chosen?.name}
            onChange={(event) => read(event.target.value)}
            className={inputStyle}
          />
          <datalist id={`${id}-units`}>
            {units.map(({ id: unitId, name }) => (
              <option key={unitId} value={name} />
            ))}
          </datalist>
          <p role="status" className="text-sm text-muted">
            {unit ? t("unitChosen", { unit: unit.name }) : t("unitNone")}
          </p>
        </>
      )}
    </Field>
  );
}
