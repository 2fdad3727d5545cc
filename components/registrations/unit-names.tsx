"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { useFound } from "@/components/forms/use-found";
import { Field, inputStyle } from "@/components/ui/field";
import type { Action } from "@/lib/domain/action-result";
import type { TypedTask } from "@/lib/domain/registrations/drafts";

/** The names of a few units in which the words stand. */
export type FindUnits = Action<{ words: string }, string[]>;

type Props = {
  form: UseFormReturn<TypedTask>;
  name: "lead" | "cooperating";
  hint: string;
  error?: string;
  findUnits: FindUnits;
};

/** Units by name: after two characters the browser offers those that fit, a few of however many there are. */
export function UnitNames({ form, name, hint, error, findUnits }: Props) {
  const t = useTranslations("work.registration");
  const { found, search } = useFound(findUnits);
  /** What stands before the name that is being typed. */
  const [before, setBefore] = useState("");
  const find = (typed: string) => {
    const [words = ""] = typed.split(separator).slice(-1);
    setBefore(typed.slice(0, typed.length - words.length));
    search(words.trim().length < 2 ? null : words.trim());
  };
  return (
    <Field id={name} label={t(name)} hint={hint} error={error}>
      {(described) => (
        <>
          <input
            {...described}
            {...form.register(name, { onChange: (event) => find(event.target.value) })}
            list={`${name}-names`}
            lang="zh-CN"
            autoComplete="off"
            className={inputStyle}
          />
          <datalist id={`${name}-names`}>
            {found.map((unit) => (
              <option key={unit} value={before + unit} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

const separator = /[、，,；;]/;
