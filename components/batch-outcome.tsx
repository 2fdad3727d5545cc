"use client";
import { useTranslations } from "next-intl";
import { RefusalNotice, useRefusalText } from "./refusal";
import { Notice } from "./ui/notice";
import type { Outcome } from "./use-batch";

/** What was done, and what was not with the reason of each: it stays until the next press. */
export function BatchOutcome({
  words,
  outcome: { done, failures, refusal },
}: {
  words: "receive" | "approve";
  outcome: Outcome;
}) {
  const t = useTranslations(`work.batch.${words}`);
  const say = useRefusalText();
  return (
    <>
      {done > 0 && (
        <Notice tone="done" role="status">
          {t("done", { count: done })}
        </Notice>
      )}
      {failures.length > 0 && (
        <Notice tone="alarm" role="alert" title={t("failed", { count: failures.length })}>
          <ul className="list-disc pl-5">
            {failures.map(({ id, label, refusal }) => (
              <li key={id}>
                <span lang="zh-CN">{label}</span>
                {" — "}
                {say(refusal)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {refusal && <RefusalNotice refusal={refusal} />}
    </>
  );
}
