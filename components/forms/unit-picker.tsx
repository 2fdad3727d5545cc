"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useRef } from "react";
import { Field, inputStyle } from "@/components/ui/field";
import type { UnitOption } from "@/lib/domain/people/departments";
import { type FindUnits, useUnitSearch } from "./use-unit-search";

type Props = {
  id: string;
  label: string;
  mark?: string;
  hint?: string;
  error?: string;
  chosen: readonly UnitOption[];
  onChange: (units: UnitOption[]) => void;
  find: FindUnits;
  /** Any number of units, those that stand for many too; else one that can lead. */
  isMany?: boolean;
  /** Whoever has it already is not offered. */
  exceptId?: string | null;
};

/**
 * Units found by typing, chosen by mouse or keyboard (the combobox of WAI-ARIA's patterns), each a chip that can be taken
 * away. The server looks for them, so that a page never holds them all.
 */
export function UnitPicker(props: Props) {
  const { id, chosen, onChange, isMany = false, exceptId, ...field } = props;
  const t = useTranslations("work.unitPicker");
  const input = useRef<HTMLInputElement>(null);
  const left = [...chosen.map((unit) => unit.id), ...(exceptId ? [exceptId] : [])];
  const search = useUnitSearch(field.find, { isSingle: !isMany, left });
  const list = useId();
  const remove = (unit: UnitOption) => {
    onChange(chosen.filter((each) => each.id !== unit.id));
    input.current?.focus();
  };
  const pick = (unit: UnitOption) => {
    onChange(isMany ? [...chosen, unit] : [unit]);
    search.clear();
  };
  const { found, active, words } = search;
  const isOpen = search.isOpen && found.length > 0;
  const activeId = isOpen ? `${list}-${active}` : undefined;
  return (
    <Field id={id} label={field.label} mark={field.mark} hint={field.hint} error={field.error}>
      {(described) => (
        <div className="relative">
          <Chips label={t("chosen", { label: field.label })} chosen={chosen} remove={remove} />
          <input
            {...described}
            ref={input}
            type="text"
            role="combobox"
            lang="zh-CN"
            autoComplete="off"
            aria-expanded={isOpen}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={activeId}
            placeholder={t(!isMany && chosen.length > 0 ? "another" : "placeholder")}
            className={inputStyle}
            value={words}
            onChange={(event) => search.type(event.target.value)}
            onFocus={() => search.open()}
            onBlur={() => search.close()}
            onKeyDown={(event) => onKey(event)}
          />
          <div
            id={list}
            role="listbox"
            aria-label={field.label}
            tabIndex={-1}
            hidden={!isOpen}
            className="absolute z-10 max-h-80 w-full overflow-y-auto border border-muted bg-paper shadow-lg"
          >
            {found.map((unit, i) => (
              <div
                key={unit.id}
                id={`${list}-${i}`}
                role="option"
                tabIndex={-1}
                aria-selected={i === active}
                className="min-h-9 cursor-pointer px-3 py-1.5 aria-selected:bg-brand-tint"
                // Before the input loses the focus, which closes the list.
                onMouseDown={(event) => {
                  event.preventDefault();
                  if (event.button === 0) pick(unit);
                }}
              >
                <UnitLine unit={unit} />
              </div>
            ))}
          </div>
          <p role="status" className="text-sm text-muted">
            {search.isDone && t("found", { count: found.length })}
            {search.failed && t("failed")}
          </p>
        </div>
      )}
    </Field>
  );

  function onKey(event: KeyboardEvent) {
    // Enter, arrows and Escape belong to the word that is being composed, as long as one is.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const unit = found[active];
    const last = chosen.at(-1);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      search.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (isOpen && unit) pick(unit);
    } else if (event.key === "Escape" && search.isOpen) {
      event.preventDefault();
      search.close();
    } else if (event.key === "Backspace" && words === "" && last) {
      onChange(chosen.slice(0, -1));
    }
  }
}

type ChipsProps = {
  label: string;
  chosen: readonly UnitOption[];
  remove: (unit: UnitOption) => void;
};

function Chips({ label, chosen, remove }: ChipsProps) {
  const t = useTranslations("work.unitPicker");
  if (chosen.length === 0) return null;
  return (
    <ul aria-label={label} className="mb-2 flex flex-wrap gap-2">
      {chosen.map((unit) => (
        <li
          key={unit.id}
          className="inline-flex min-h-9 max-w-full items-center gap-1 rounded border border-line bg-brand-tint pl-3"
        >
          <UnitName unit={unit} />
          <button
            type="button"
            className="min-h-9 min-w-9 shrink-0 font-semibold"
            onClick={() => remove(unit)}
          >
            <span aria-hidden="true">×</span>
            <span className="sr-only">{t("remove", { unit: unit.name })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A collective is one, and says how many it stands for. */
function UnitName({ unit: { name, isCollective, memberCount } }: { unit: UnitOption }) {
  const t = useTranslations("work.unitPicker");
  return (
    <span>
      <span lang="zh-CN">{name}</span>
      {isCollective && (
        <small>
          {" "}
          {memberCount === null ? t("collective") : t("members", { count: memberCount })}
        </small>
      )}
    </span>
  );
}

function UnitLine({ unit }: { unit: UnitOption }) {
  const t = useTranslations("work.unitPicker");
  return (
    <>
      <UnitName unit={unit} />
      {unit.load && !unit.isCollective && (
        <small className="block text-muted">{t("load", unit.load)}</small>
      )}
    </>
  );
}
