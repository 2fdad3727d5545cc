"use client";
import { useRef, useState } from "react";
import { usePagePerson } from "@/components/forms/page-person";
import type { Action, ActionResult } from "@/lib/domain/action-result";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { newKey } from "./use-action";

/** A row that can be chosen; choosing all leaves out what must be looked at by itself. */
export type BatchItem<Input> = {
  id: string;
  label: string;
  isLeftOut?: boolean;
  input: Omit<Input, "key">;
};
export type BatchAction<Input> = Action<Input[], ActionResult<unknown>[]>;
type Failure = { id: string; label: string; refusal: Refusal };
export type Outcome = { done: number; failures: Failure[]; refusal: Refusal | null };

const partLength = 50;

/** Chooses rows and sends them together: what was done is no longer chosen, what failed stays so with its reason. */
export function useBatch<Input extends { key: string }>(
  items: BatchItem<Input>[],
  action: BatchAction<Input>,
) {
  const keys = useRef(new Map<string, string>());
  /** What each of those was told that would leave something without anybody (`gaps_made`). */
  const told = useRef(new Map<string, string>());
  const person = usePagePerson();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const chosen = items.filter(({ id }) => ids.has(id));
  const choose = (wanted: Iterable<string>) => setIds(new Set(wanted));
  const toggle = (id: string) =>
    choose(ids.has(id) ? [...ids].filter((each) => each !== id) : [...ids, id]);

  async function run(isAccepted = false) {
    setBusy(true);
    setOutcome(null);
    const soFar: Outcome = { done: 0, failures: [], refusal: null };
    const left = new Set(chosen.map(({ id }) => id));
    for (let i = 0; i < chosen.length && !soFar.refusal; i += partLength)
      await sendPart(chosen.slice(i, i + partLength), isAccepted, soFar, left);
    setIds(left);
    setOutcome(soFar);
    setBusy(false);
  }

  async function sendPart(
    part: BatchItem<Input>[],
    isAccepted: boolean,
    soFar: Outcome,
    left: Set<string>,
  ) {
    const inputs = part.map(({ id, input }) => {
      // A press of which nobody knows what became of it is repeated as it was.
      if (!isAccepted && !keys.current.has(id)) told.current.delete(id);
      const acceptsGaps = told.current.get(id);
      return { ...input, ...(acceptsGaps && { acceptsGaps }), key: keyOf(id) } as Input;
    });
    const result = await action(inputs, person).catch(() => null);
    if (!result?.ok) {
      soFar.refusal = result?.refusal ?? refuse("unavailable");
      return;
    }
    part.forEach(({ id, label }, i) => {
      const each = result.answer[i];
      const refusal = each?.ok ? null : (each?.refusal ?? refuse("unavailable"));
      // As in use-action: "unavailable" may have been done after all, and only the same key finds that out.
      if (refusal?.code !== "unavailable") keys.current.delete(id);
      if (refusal?.code === "gaps_made") told.current.set(id, String(refusal.params?.told));
      if (refusal) soFar.failures.push({ id, label, refusal });
      else {
        soFar.done += 1;
        left.delete(id);
      }
    });
  }

  function keyOf(id: string): string {
    const key = keys.current.get(id) ?? newKey();
    keys.current.set(id, key);
    return key;
  }

  return { items, chosen, toggle, choose, run, busy, outcome };
}
export type Batch = Omit<ReturnType<typeof useBatch>, "items" | "chosen"> & {
  items: BatchItem<unknown>[];
  chosen: BatchItem<unknown>[];
};
