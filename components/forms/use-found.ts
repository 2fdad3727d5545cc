"use client";
import { useEffect, useRef, useState } from "react";
import { usePagePerson } from "@/components/forms/page-person";
import type { Action } from "@/lib/domain/action-result";

/** How long somebody pauses who has typed a word. */
const pause = 200;

/**
 * What the server finds for words that are being typed: it is asked once they pause, and the last question's answer holds,
 * whatever comes late.
 */
export function useFound<Item>(
  find: Action<{ words: string }, Item[]>,
  first: readonly Item[] = [],
) {
  const person = usePagePerson();
  const [found, setFound] = useState(first);
  const asked = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function ask(words: string, onFound?: (items: readonly Item[]) => void) {
    const result = await find({ words }, person).catch(() => null);
    if (!result?.ok || asked.current !== words) return;
    setFound(result.answer);
    onFound?.(result.answer);
  }

  /** Null asks for nothing, and no answer that is still to come holds. */
  function search(words: string | null, onFound?: (items: readonly Item[]) => void) {
    asked.current = words;
    clearTimeout(timer.current);
    if (words !== null) timer.current = setTimeout(() => void ask(words, onFound), pause);
  }
  return { found, search };
}
