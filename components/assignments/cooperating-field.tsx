"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { Field, inputStyle } from "@/components/ui/field";
import type { AssignValues, Department } from "./assign-values";

type Props = { sheet: UseFormReturn<AssignValues>; departments: Department[]; error?: string };

/** Any number of cooperating units. The filter only hides; what is chosen stays chosen. */
export function CooperatingField({ sheet, departments, error }: Props) {
  const t = useTranslations("work.assign");
  const [wanted, setWanted] = useState("");
  const chosenIds = useWatch({ control: sheet.control, name: "cooperatingIds" });
  const chosen = departments.filter(({ id }) => chosenIds.includes(id));
  const register = sheet.register("cooperatingIds");
  return (
    <fieldset id="cooperatingIds" tabIndex={-1} className="min-w-0">
      <legend className="font-semibold">{t("cooperating")}</legend>
      {error && <p className="font-semibold text-alarm">{error}</p>}
      <p role="status" className="text-sm text-muted">
        {chosen.length > 0
          ? t("cooperatingChosen", {
              count: chosen.length,
              names: chosen.map(({ name }) => name).join("、"),
            })
          : t("cooperatingNone")}
      </p>
      <div className="mt-2">
        <Field id="filter" label={t("filter")} hint={t("filterHint")}>
          {(described) => (
            <input
              {...described}
              type="search"
              className={inputStyle}
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
              onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            />
          )}
        </Field>
      </div>
      <ul className="mt-2 border border-line bg-paper p-2 sm:columns-2 lg:columns-3">
        {departments.map(({ id, name, isCollective }) => (
          <li key={id} hidden={!name.includes(wanted.trim())} className="break-inside-avoid">
            <label className="flex min-h-9 items-center gap-2">
              <input
                {...register}
                defaultChecked={chosenIds.includes(id)}
                type="checkbox"
                value={id}
                className="size-5 shrink-0"
              />
              <span lang="zh-CN">{isCollective ? t("collective", { name }) : name}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
