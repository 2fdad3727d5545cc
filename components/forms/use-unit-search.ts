"use client";
import { useEffect, useRef, useState } from "react";
import { usePagePerson } from "@/components/forms/page-person";
import type { Action } from "@/lib/domain/action-result";
import type { FindUnitsInput, UnitOption } from "@/lib/domain/people/departments";

export type FindUnits = Action<FindUnitsInput, UnitOption[]>;

/** How long somebody pauses who has typed a word. */
const pause = 200;

type Found = { units: UnitOption[]; isDone: boolean; failed: boolean };
const none: Found = { units: [], isDone: false, failed: false };

/** What a picker's input asks the server for: the last question's answer, whatever comes late. */
export function useUnitSearch(
  find: FindUnits,
  { isSingle, left }: { isSingle: boolean; left: readonly string[] },
) {
  const person = usePagePerson();
  const [words, setWords] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [found, setFound] = useState<Found>(none);
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const units = found.units.filter(({ id }) => !left.includes(id));

  async function ask(question: string) {
    asked.current += 1;
    const mine = asked.current;
    const result = await find({ words: question, isSingle }, person).catch(() => null);
    if (mine !== asked.current) return;
    setActive(0);
    setFound(
      result?.ok
        ? { units: result.answer, isDone: true, failed: false }
        : { ...none, failed: true },
    );
  }

  function askSoon(question: string, after: number) {
    clearTimeout(timer.current);
    setOpen(true);
    timer.current = setTimeout(() => void ask(question), after);
  }

  /** What was typed stays there: nobody loses a word by looking elsewhere. */
  function close() {
    clearTimeout(timer.current);
    asked.current += 1;
    setFound(none);
    setOpen(false);
  }

  return {
    ...{ words, isOpen, active, found: units, isDone: found.isDone, failed: found.failed },
    open: () => askSoon(words, 0),
    type(typed: string) {
      setWords(typed);
      askSoon(typed, pause);
    },
    close,
    /** A unit was picked: the next search begins anew. */
    clear() {
      close();
      setWords("");
    },
    move(step: 1 | -1) {
      if (!isOpen) askSoon(words, 0);
      else if (units.length > 0) setActive((active + step + units.length) % units.length);
    },
  };
}
