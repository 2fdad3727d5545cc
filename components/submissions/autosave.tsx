"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { usePagePerson } from "@/components/forms/page-person";
import { Anchor } from "@/components/ui/anchor";
import { useRefusalText } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import type { TypedContent } from "@/lib/domain/submissions/contents";

/** Saved within three seconds of the last keystroke, the way to the server included. */
const pauseMs = 1500;

export type Saved = { submissionId: string; version: number; savedAt: string };
type SaveState = {
  phase: "idle" | "dirty" | "saving" | "failed";
  submissionId: string | null;
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
  isUntouched,
  save,
}: {
  /** The draft that is there already, if one is. */
  start: Saved | null;
  read: () => TypedContent;
  /** What the form came with is no draft of anybody's: it is first saved once something in it has changed. */
  isUntouched: (content: TypedContent) => boolean;
  save: Action<TypedContent & { version: number | null }, Saved>;
}) {
  const person = usePagePerson();
  const [state, setState] = useState<SaveState>({
    phase: "idle",
    submissionId: start?.submissionId ?? null,
    savedAt: start?.savedAt ?? null,
    refusal: null,
  });
  const memory = useRef({
    version: start?.version ?? null,
    submissionId: start?.submissionId ?? null,
    /** Saves whose outcome never came: they may have been done all the same. */
    unconfirmed: [] as TypedContent[],
    isWanted: false,
    isChanged: false,
    isOvertaken: false,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    queue: Promise.resolve(),
  }).current;

  async function saveOnce() {
    if (memory.isOvertaken) return;
    const content = read();
    memory.isChanged = false;
    if (memory.version === null && !memory.isWanted && isUntouched(content)) {
      setState((before) => ({ ...before, phase: "idle" }));
      return;
    }
    setState((before) => ({ ...before, phase: "saving", refusal: null }));
    const result = await save({ ...content, version: memory.version }, person).catch(() => null);
    if (result?.ok) return settled(result.answer);
    const refusal = result?.refusal ?? refuse("unavailable");
    if (refusal.code === "unavailable") memory.unconfirmed.push(content);
    memory.isChanged = true;
    memory.isOvertaken = refusal.code === "submission_changed";
    setState((before) => ({ ...before, phase: "failed", refusal }));
  }

  function settled({ submissionId, version, savedAt }: Saved) {
    Object.assign(memory, { submissionId, version, unconfirmed: [] });
    const phase = memory.isChanged ? "dirty" : "idle";
    setState({ phase, submissionId, savedAt, refusal: null });
  }

  function saveNow(): Promise<void> {
    clearTimeout(memory.timer);
    memory.queue = memory.queue.then(saveOnce);
    return memory.queue;
  }

  function touch() {
    memory.isChanged = true;
    clearTimeout(memory.timer);
    // Nothing is saved while two texts are compared, but what is typed now is one of them.
    if (memory.isOvertaken) return setState((before) => ({ ...before }));
    setState((before) => (before.phase === "failed" ? before : { ...before, phase: "dirty" }));
    memory.timer = setTimeout(saveNow, pauseMs);
  }

  /** Waits for a save under way, holds back the next, and tells the version to submit. */
  async function settle(): Promise<number | null> {
    clearTimeout(memory.timer);
    await memory.queue;
    clearTimeout(memory.timer);
    return memory.version;
  }

  /** The draft to attach something to: saved now, even untouched, if it is not there yet. Null when it cannot be saved. */
  async function ensureDraft(): Promise<string | null> {
    memory.isWanted = true;
    if (memory.submissionId === null) await saveNow();
    return memory.submissionId;
  }

  /** Goes on from what is on the server now; null when nothing is there any more. */
  function adopt(other: Saved | null) {
    memory.isOvertaken = false;
    memory.isChanged = false;
    if (other) return settled(other);
    Object.assign(memory, { submissionId: null, version: null, unconfirmed: [] });
    setState({ phase: "idle", submissionId: null, savedAt: null, refusal: null });
  }

  // Coming back from another tab, perhaps from signing in again there.
  const { phase } = state;
  useEffect(() => {
    const retry = () => phase === "failed" && saveNow();
    window.addEventListener("focus", retry);
    return () => window.removeEventListener("focus", retry);
  });
  useEffect(() => () => clearTimeout(memory.timer), [memory]);

  const unconfirmed = () => memory.unconfirmed;
  return { state, touch, saveNow, settle, ensureDraft, adopt, unconfirmed };
}

/** 已保存 14:32, or 保存失败 with the reason and a way to try again, for as long as it is so. */
export function SaveStateText({ state, onRetry }: { state: SaveState; onRetry: () => void }) {
  const t = useTranslations("work");
  const format = useFormatter();
  const say = useRefusalText();
  const { phase, savedAt, refusal } = state;
  if (phase === "failed" && refusal) {
    return (
      <div role="alert" className="text-alarm">
        <strong>{t("save.failed")}</strong> {say(refusal)}{" "}
        {refusal.code === "session_expired" && (
          <Anchor href="/sign-in" target="_blank" rel="noopener" className="text-alarm underline">
            {t("form.signInAgain")}
          </Anchor>
        )}{" "}
        {refusal.code === "submission_changed" ? (
          <a href="#conflict" className="text-alarm underline">
            {t("conflict.title")}
          </a>
        ) : (
          <button type="button" onClick={onRetry} className="min-h-8 underline">
            {t("save.retry")}
          </button>
        )}
      </div>
    );
  }
  const time =
    savedAt &&
    format.dateTime(new Date(savedAt), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (
    <p role="status" className="text-muted">
      {phase === "idle" && time ? t("save.saved", { time }) : t(`save.${phase}`)}
    </p>
  );
}
