"use client";
import { useRef, useState } from "react";
import { usePagePerson } from "@/components/forms/page-person";
import type { ShownRefusal } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { type Refusal, refuse } from "@/lib/domain/refusals";

/**
 * One action, however often it reaches the server: one whose outcome is unknown is repeated with its key, one whose
 * outcome is known is over. After a success the button stays busy until the page has moved on. What would leave something
 * without anybody (`gaps_made`) is done once the person has read that and ticked it.
 */
export function useAction<Input extends { key: string }, Result>(
  action: Action<Input, Result>,
  onDone: (answer: Result) => void,
) {
  const key = useRef<string | null>(null);
  const accepted = useRef<string | null>(null);
  const person = usePagePerson();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);

  async function run(input: Omit<Input, "key">): Promise<Refusal | null> {
    key.current ??= newKey();
    setBusy(true);
    setRefusal(null);
    const goesOn = accepted.current ? { acceptsGaps: accepted.current } : {};
    const result = await action({ ...input, ...goesOn, key: key.current } as Input, person).catch(
      () => null,
    );
    if (result?.ok) {
      over();
      onDone(result.answer);
      return null;
    }
    const refused = result?.refusal ?? refuse("unavailable");
    // "unavailable" may have been done after all: only the same key finds that out.
    if (refused.code !== "unavailable") over();
    setBusy(false);
    setRefusal(refused.code === "gaps_made" ? { ...refused, accept } : refused);
    return refused;
    function accept(isAccepted: boolean) {
      accepted.current = isAccepted ? String(refused.params?.told) : null;
    }
  }
  function over() {
    key.current = null;
    accepted.current = null;
  }

  return { run, busy, refusal };
}

/** A random UUID (v4). `crypto.randomUUID` is missing on plain http, which an intranet may well be. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const marked = bytes.map((byte, i) =>
    i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte,
  );
  const hex = Array.from(marked, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
