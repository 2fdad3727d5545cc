"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFound } from "@/components/forms/use-found";
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

/** A unit found by some of its name: there may be thousands. What was understood is said below, before it is sent. */
export function UnitField({ id, label, error, chosen, onChoose, find }: Props) {
  const t = useTranslations("work.people");
  const { found: units, search } = useFound(find, chosen ? [chosen] : []);
  const [unit, setUnit] = useState<FoundUnit | undefined>(chosen);

  function choose(found: FoundUnit | undefined) {
    setUnit(found);
    onChoose(found?.id ?? "");
  }

  function read(text: string) {
    const words = text.trim();
    choose(units.find(({ name }) => name === words));
    search(words || null, (found) => {
      const exact = found.find(({ name }) => name === words);
      choose(exact ?? (found.length === 1 ? found[0] : undefined));
    });
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
