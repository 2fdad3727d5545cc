"use client";
import { useId, useState } from "react";
import { useFound } from "@/components/forms/use-found";
import { Field, inputStyle } from "@/components/ui/field";
import type { Action } from "@/lib/domain/action-result";

/** The names of a few units in which the words stand. */
export type FindUnits = Action<{ words: string }, string[]>;
type Props = {
  id: string;
  name: string;
  label: string;
  value?: string;
  hint: string;
  findUnits: FindUnits;
};

const separator = /[、，,；;]/;

/** Units by their names, several with 、 between them; with a script the browser offers those that fit after two characters. */
export function UnitField({ id, name, label, value = "", hint, findUnits }: Props) {
  const { found, search } = useFound(findUnits);
  const [before, setBefore] = useState("");
  const list = useId();
  const find = (typed: string) => {
    const [words = ""] = typed.split(separator).slice(-1);
    setBefore(typed.slice(0, typed.length - words.length));
    search(words.trim().length < 2 ? null : words.trim());
  };
  return (
    <Field id={id} label={label} hint={hint}>
      {(described) => (
        <>
          <input
            {...described}
            name={name}
            defaultValue={value}
            onChange={(event) => find(event.target.value)}
            list={list}
            lang="zh-CN"
            autoComplete="off"
            className={inputStyle}
          />
          <datalist id={list}>
            {found.map((unit) => (
              <option key={unit} value={before + unit} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
