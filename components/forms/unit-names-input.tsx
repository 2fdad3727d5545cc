"use client";
import { type ComponentProps, useId, useState } from "react";
import { useFound } from "@/components/forms/use-found";
import { inputStyle } from "@/components/ui/field";
import type { Action } from "@/lib/domain/action-result";

/** The names of a few units in which the words stand. */
export type FindUnits = Action<{ words: string }, string[]>;

const separator = /[、，,；;]/;

/**
 * Units by name, several with 、 between them: after two characters the browser offers those that fit, a few of however
 * many there are.
 */
export function UnitNamesInput({
  findUnits,
  onChange,
  ...input
}: ComponentProps<"input"> & { findUnits: FindUnits }) {
  const { found, search } = useFound(findUnits);
  /** What stands before the name that is being typed. */
  const [before, setBefore] = useState("");
  const list = useId();
  const find = (typed: string) => {
    const [words = ""] = typed.split(separator).slice(-1);
    setBefore(typed.slice(0, typed.length - words.length));
    search(words.trim().length < 2 ? null : words.trim());
  };
  return (
    <>
      <input
        {...input}
        onChange={(event) => {
          onChange?.(event);
          find(event.target.value);
        }}
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
  );
}
