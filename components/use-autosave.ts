"use client";
import { useEffect, useRef, useState } from "react";
import type { Action } from "@/lib/domain/action-result";
import type { SaveDraftInput } from "@/lib/domain/inputs";
import { type Refusal, refuse } from "@/lib/domain/refusals";

/** Saved within three seconds of the last keystroke, the way to the server included. */
const pauseMs = 1500;

export type Saved = { version: number; savedAt: string };
export type SaveState = {
  phase: "idle" | "dirty" | "saving" | "failed";
  savedAt: string | null;
  refusal: Refusal | null;
};

/**
 * Saves a draft by itself after each change. Saves go one at a time, each naming the version that the one before it
 * made; after `submission_changed` nothing more is saved until `adopt` is told which version to go on from.
 */
export function useAutosave({
  start,
  read,
  save,
}: {
  start: { version: number | null; savedAt: string | null };
  /** What to save now, or null when there is nothing worth saving. */
  read: () => Omit<SaveDraftInput, "version"> | null;
  save: Action<SaveDraftInput, Saved>;
}) {
  const [state, setState] = useState<SaveState>({
    phase: "idle",
    savedAt: start.savedAt,
    refusal: null,
  });
  const memory = useRef({
    version: start.version,
    isChanged: false,
    isOvertaken: false,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    queue: Promise.resolve(),
  }).current;

  async function saveOnce() {
    const draft = read();
    if (!draft || memory.isOvertaken) return;
    memory.isChanged = false;
    setState(({ savedAt }) => ({ phase: "saving", savedAt, refusal: null }));
    const result = await save({ ...draft, version: memory.version }).catch(() => null);
    if (result?.ok) {
      const { version, savedAt } = result.answer;
      memory.version = version;
      setState({ phase: memory.isChanged ? "dirty" : "idle", savedAt, refusal: null });
      return;
    }
    const refusal = result?.refusal ?? refuse("unavailable");
    memory.isChanged = true;
    memory.isOvertaken = refusal.code === "submission_changed";
    setState(({ savedAt }) => ({ phase: "failed", savedAt, refusal }));
  }

  function saveNow(): Promise<void> {
    clearTimeout(memory.timer);
    memory.queue = memory.queue.then(saveOnce);
    return memory.queue;
  }

  function touch() {
    memory.isChanged = true;
    clearTimeout(memory.timer);
    if (memory.isOvertaken) return;
    setState((state) => (state.phase === "failed" ? state : { ...state, phase: "dirty" }));
    memory.timer = setTimeout(saveNow, pauseMs);
  }

  /** Waits for a save under way, holds back the next, and tells the version to submit. */
  async function settle(): Promise<number | null> {
    clearTimeout(memory.timer);
    await memory.queue;
    clearTimeout(memory.timer);
    return memory.version;
  }

  function adopt(other: { version: number; savedAt: Date } | null) {
    memory.version = other?.version ?? null;
    memory.isOvertaken = false;
    memory.isChanged = false;
    setState({ phase: "idle", savedAt: other?.savedAt.toISOString() ?? null, refusal: null });
  }

  // Coming back from another tab, perhaps from signing in again there.
  const { phase } = state;
  useEffect(() => {
    const retry = () => phase === "failed" && saveNow();
    window.addEventListener("focus", retry);
    return () => window.removeEventListener("focus", retry);
  });
  useEffect(() => () => clearTimeout(memory.timer), [memory]);

  return { state, touch, saveNow, settle, adopt };
}
