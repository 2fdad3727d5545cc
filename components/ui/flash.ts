"use client";
import { useEffect, useState } from "react";
import type { InboxSection } from "@/lib/domain/inbox";

/** What was done, and in which section of the inbox it waited before. */
export type Told = { text: string; from: InboxSection };

let kept: Told | null = null;
const listeners = new Set<(told: Told) => void>();

/** Keeps what was done to be told on the page that is opened next. */
export function keepFlash(told: Told) {
  kept = told;
}

/** Tells what was done on this page, which stays. */
export function tellFlash(told: Told) {
  for (const listen of listeners) listen(told);
}

/** What was done on the page before, told once, or last on this one. An address cannot make it say anything. */
export function useFlash(): Told | null {
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    if (kept !== null) setTold(kept);
    kept = null;
    listeners.add(setTold);
    return () => {
      listeners.delete(setTold);
    };
  }, []);
  return told;
}
