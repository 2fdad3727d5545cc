"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { PagePersonField } from "@/components/forms/page-person";
import { Button } from "@/components/ui/button";
import { RefusalNotice } from "@/components/ui/refusal";
import type { ActionResult } from "@/lib/domain/action-result";
import { type Refusal, refuse } from "@/lib/domain/refusals";

type Props = { id: string; seen: string; locale: string };
type Progress = { done: number; of: number };
type Told = Progress | ActionResult<unknown>;

/** The button that imports. Without a script it is a plain form; with one it shows how many rows are done. */
export function ConfirmImport({ id, seen, locale }: Props) {
  const t = useTranslations("work.sheets");
  const router = useRouter();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const action = `/api/sheets/${id}`;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const body = new FormData(event.currentTarget);
    setRefusal(null);
    setProgress({ done: 0, of: 0 });
    const result = await sent(action, body, setProgress).catch(() => null);
    if (result?.ok) return router.refresh();
    setProgress(null);
    setRefusal(result?.refusal ?? refuse("unavailable"));
    if (result?.refusal.code === "sheet_changed") router.refresh();
  }

  return (
    <form action={action} method="post" onSubmit={submit} className="space-y-3">
      <PagePersonField />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="locale" value={locale} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <p className="text-muted">{t("confirmHint")}</p>
      {progress && (
        <div role="status">
          <label className="block max-w-xl">
            {progress.of > 0 ? t("importing", progress) : t("starting")}
            <progress
              className="block h-3 w-full"
              {...(progress.of > 0 && { value: progress.done, max: progress.of })}
            />
          </label>
        </div>
      )}
      <Button type="submit" disabled={progress !== null}>
        {t("confirm")}
      </Button>
    </form>
  );
}

/** Sends the form, tells of the rows as they are done, and comes back with the end. */
async function sent(
  action: string,
  body: FormData,
  tell: (progress: Progress) => void,
): Promise<ActionResult<unknown> | null> {
  const headers = { accept: "application/x-ndjson" };
  const response = await fetch(action, { method: "POST", body, headers });
  if (!response.ok || !response.body) return null;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let [text, result]: [string, ActionResult<unknown> | null] = ["", null];
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (text + read.value).split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) {
      const told: Told = JSON.parse(line);
      if ("ok" in told) result = told;
      else tell(told);
    }
  }
  return result;
}
