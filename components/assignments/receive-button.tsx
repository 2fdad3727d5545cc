"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { tellFlash } from "@/components/ui/flash";
import { WhenReady } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { TaskAtVersion } from "@/lib/domain/assignments/inputs";

export type ReceiveAction = Action<TaskAtVersion, { code: string }>;

/** 签收 in one click; what was refused is said beside it. */
export function ReceiveButton({
  task,
  receive,
}: {
  task: { code: string; title: string; version: number };
  receive: ReceiveAction;
}) {
  const t = useTranslations("work.receive");
  const router = useRouter();
  const { run, busy, refusal } = useAction(receive, ({ code }) => {
    tellFlash({ text: t("told", { code }), from: "to_receive" });
    router.refresh();
  });
  return (
    <WhenReady>
      <Button disabled={busy} onClick={() => run({ code: task.code, version: task.version })}>
        {busy ? t("pending") : t("label")}
        <span className="sr-only"> {task.title}</span>
      </Button>
      {refusal && <RefusalNotice refusal={refusal} />}
    </WhenReady>
  );
}
