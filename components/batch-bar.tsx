"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BatchOutcome } from "./batch-outcome";
import { Button } from "./ui/button";
import { WhenReady } from "./ui/when-ready";
import type { Batch } from "./use-batch";

type Props = { words: "receive" | "approve"; mustConfirm: boolean; batch: Batch };

/** What is chosen and what is done with it, at the foot of the list, and of the window once there is a choice. */
export function BatchBar({ words, mustConfirm, batch }: Props) {
  const t = useTranslations(`work.batch.${words}`);
  const [asking, setAsking] = useState(false);
  const { items, chosen, choose, press, busy, outcome } = batch;
  const offered = items.filter(({ isLeftOut }) => !isLeftOut).map(({ id }) => id);
  const hasAll = offered.every((id) => chosen.some((each) => each.id === id));
  const count = chosen.length;
  const go = () => {
    setAsking(false);
    void press();
  };
  if (items.length === 0 && !outcome) return null;
  return (
    <div
      className={`space-y-3 border border-line bg-paper p-3 ${count > 0 ? "sticky bottom-0" : ""}`}
    >
      {outcome && <BatchOutcome words={words} outcome={outcome} />}
      {items.length > 0 && (
        <WhenReady className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <label className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              className="size-6"
              checked={offered.length > 0 && hasAll}
              disabled={offered.length === 0}
              onChange={() => choose(hasAll ? [] : offered)}
            />
            {t("all", { count: offered.length, left: items.length - offered.length })}
          </label>
          <span role="status">{busy ? t("busy") : t("chosen", { count })}</span>
          {asking && count > 0 ? (
            <>
              <strong className="font-semibold">{t("ask", { count })}</strong>
              <Button disabled={busy} onClick={go}>
                {t("confirm", { count })}
              </Button>
              <Button tone="plain" onClick={() => setAsking(false)}>
                {t("cancel")}
              </Button>
            </>
          ) : (
            <Button
              disabled={busy || count === 0}
              onClick={mustConfirm ? () => setAsking(true) : go}
            >
              {t("go", { count })}
            </Button>
          )}
        </WhenReady>
      )}
    </div>
  );
}
