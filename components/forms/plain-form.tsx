"use client";
import { useRouter } from "next/navigation";
import { type ComponentProps, type SubmitEvent, useRef, useState } from "react";
import { RefusalNotice } from "@/components/ui/refusal";
import type { ActionResult } from "@/lib/domain/action-result";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { PagePersonField } from "./page-person";
import { newKey } from "./use-action";

type Props = Omit<ComponentProps<"form">, "action" | "method"> & {
  /** Where it is sent; what is answered leads to a page, or to why nothing was done. */
  action: string;
  /** One press of it without a script, however often it arrives; with one each press has a key of its own. */
  pressKey: string;
  /** What else it says, out of sight. */
  values?: Record<string, string | number>;
  /** Told once it is done, before the page moves on. */
  onDone?: () => void;
};

/**
 * A form that needs no script. With one it is sent beside the page: a refusal stands in it, and what was typed stays. A press
 * whose outcome is unknown is repeated with its key.
 */
export function PlainForm({
  action,
  pressKey,
  values = {},
  onDone,
  children,
  onSubmit,
  ...rest
}: Props) {
  const router = useRouter();
  const key = useRef<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  async function send(event: SubmitEvent<HTMLFormElement>) {
    onSubmit?.(event);
    event.preventDefault();
    if (busy) return;
    const body = new FormData(event.currentTarget, event.nativeEvent.submitter);
    key.current ??= newKey();
    body.set("key", key.current);
    setBusy(true);
    setRefusal(null);
    const result = await sent(action, body);
    if (!result || result.ok || result.refusal.code !== "unavailable") key.current = null;
    setBusy(false);
    if (!result?.ok) return setRefusal(result?.refusal ?? refuse("unavailable"));
    onDone?.();
    const { to } = result.answer;
    // The same page says what has become of it where one is.
    if (to.split("#")[0] === `${location.pathname}${location.search}`) router.refresh();
    else router.push(to);
  }
  return (
    <form {...rest} action={action} method="post" onSubmit={send} aria-busy={busy}>
      <PagePersonField />
      {Object.entries({ key: pressKey, ...values }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {refusal && <RefusalNotice refusal={refusal} />}
      {children}
    </form>
  );
}

async function sent(action: string, body: FormData): Promise<ActionResult<{ to: string }> | null> {
  const headers = { accept: "application/json" };
  const response = await fetch(action, { method: "POST", body, headers }).catch(() => null);
  return response?.json().catch(() => null) ?? null;
}
