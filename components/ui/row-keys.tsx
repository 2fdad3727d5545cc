"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { useRowKeysSetting } from "./row-keys-setting";

/**
 * J and K move from row to row of a list, to each row's action. A single key can be in a dictating person's way, so it
 * can be turned off on the account's page (WCAG 2.1.4).
 */
export function RowKeys({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const { isOn } = useRowKeysSetting();
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const move = event.key.toLowerCase() === "j" ? 1 : event.key.toLowerCase() === "k" ? -1 : 0;
      if (move === 0 || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const next = at === -1 ? rows[0] : rows[at + move];
      next?.querySelector<HTMLElement>("[data-row-action]")?.focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOn]);
  return <div ref={list}>{children}</div>;
}

/** Whether a key belongs to what somebody types; also while a Chinese word is being composed. */
export function isTyping({ isComposing, target }: KeyboardEvent): boolean {
  if (isComposing || !(target instanceof HTMLElement)) return isComposing;
  const isTextBox =
    target instanceof HTMLInputElement && target.type !== "checkbox" && target.type !== "radio";
  return isTextBox || target.matches("textarea, select, [contenteditable]");
}
