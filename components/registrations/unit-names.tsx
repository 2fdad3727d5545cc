"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
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
  const [names, setNames] = useState<string[]>([]);
  const last = useRef("");
  const find = async (typed: string) => {
    const [words = ""] = typed.split(separator).slice(-1);
    const written = typed.slice(0, typed.length - words.length);
    if (words.trim().length < 2) return;
    last.current = typed;
    const found = await findUnits({ words: words.trim() }).catch(() => null);
    if (found?.ok && last.current === typed) setNames(found.answer.map((unit) => written + unit));
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
            {names.map((unit) => (
              <option key={unit} value={unit} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

const separator = /[、，,；;]/;
