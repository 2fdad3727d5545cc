"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { isTyping } from "@/components/ui/row-keys";
import { useRowKeysSetting } from "@/components/ui/row-keys-setting";

/** What each key presses in the card that has the focus: the control with the same `data-key`. */
const keys = ["enter", "e", "m", "s", "x", "u"];
/** After these the card is dealt with, and the next one's turn has come. */
const goesOn = ["enter", "x"];

/**
 * Proposals under the hand: J and K go from one to the next, a key presses its button, and the place in the document comes
 * into sight. Single keys can be turned off on the account's page (WCAG 2.1.4); every button is there without them.
 */
export function Workbench({ children }: { children: ReactNode }) {
  const bench = useRef<HTMLDivElement>(null);
  const { isOn } = useRowKeysSetting();
  useEffect(() => {
    const root = bench.current;
    if (!root) return;
    const cards = () => [...root.querySelectorAll<HTMLElement>("[data-card]")];
    const active = () => cards().find((card) => card.contains(document.activeElement));
    const move = (by: 1 | -1) => {
      const all = cards();
      const at = all.indexOf(active() as HTMLElement);
      (at === -1 ? all[0] : all[at + by])?.focus();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.isComposing) return leaveForm(active());
      if (!isOn || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const key = event.key.toLowerCase();
      if (key === "j" || key === "k") return move(key === "j" ? 1 : -1);
      const card = active();
      // On a button or a link of the card, Enter is that one's.
      if (!card || !keys.includes(key) || (key === "enter" && document.activeElement !== card))
        return;
      const control = card.querySelector<HTMLElement>(`[data-key="${key}"]`);
      if (!control) return;
      event.preventDefault();
      control.click();
      control.parentElement?.querySelector<HTMLElement>("form input:not([type=hidden])")?.focus();
      if (goesOn.includes(key)) move(1);
    };
    const onFocus = () => {
      const card = active();
      for (const mark of root.querySelectorAll("[data-place]"))
        mark.toggleAttribute("data-current", mark.getAttribute("data-place") === card?.id);
      root.querySelector("[data-current]")?.scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("keydown", onKeyDown);
    root.addEventListener("focusin", onFocus);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      root.removeEventListener("focusin", onFocus);
    };
  }, [isOn]);
  return <div ref={bench}>{children}</div>;
}

/** Back from a form of a card to the card itself. */
function leaveForm(card: HTMLElement | undefined) {
  for (const form of card?.querySelectorAll("details[open]") ?? []) form.removeAttribute("open");
  card?.focus();
}
