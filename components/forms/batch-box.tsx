"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useState } from "react";
import { Button } from "@/components/ui/button";
import { WhenReady } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { RefusalNotice, useRefusalText } from "@/components/ui/refusal";
import { type Batch, type BatchAction, type BatchItem, type Outcome, useBatch } from "./use-batch";

type Words = "receive" | "approve" | "assign" | "grant" | "acknowledge" | "release";

const Chosen = createContext<Pick<Batch, "items" | "chosen" | "toggle"> | null>(null);

type BoxProps<Input> = {
  /** Which sentences of `work.batch` it speaks in. */
  words: Words;
  items: BatchItem<Input>[];
  action: BatchAction<Input>;
  /** What cannot be taken back names its count once more before it is done. */
  mustConfirm?: boolean;
  /** What is asked for all that is chosen, above the bar's buttons. */
  terms?: ReactNode;
  /** Whether that is there; where it is not, it says so itself. */
  isReady?: () => boolean;
  children: ReactNode;
};

/** A list whose rows can be chosen, with the bar that acts on them. */
export function BatchBox<Input extends { key: string }>({
  words,
  items,
  action,
  mustConfirm = false,
  terms,
  isReady,
  children,
}: BoxProps<Input>) {
  const router = useRouter();
  const batch = useBatch(items, action);
  const run = async (isAccepted?: boolean) => {
    if (isReady && !isReady()) return;
    await batch.run(isAccepted);
    router.refresh();
  };
  return (
    <Chosen value={batch}>
      {children}
      <BatchBar {...{ words, mustConfirm, terms }} batch={{ ...batch, run }} />
    </Chosen>
  );
}

/** A row's box to tick; nothing where the row cannot be chosen. */
export function BatchCheck({ id }: { id: string }) {
  const batch = useContext(Chosen);
  const item = batch?.items.find((each) => each.id === id);
  if (!batch || !item) return null;
  return (
    <input
      type="checkbox"
      aria-label={item.label}
      className="no-print size-6 shrink-0"
      checked={batch.chosen.some((each) => each.id === id)}
      onChange={() => batch.toggle(id)}
    />
  );
}

type BarProps = { words: Words; mustConfirm: boolean; terms: ReactNode; batch: Batch };

/** What is chosen and what is done with it, at the foot of the list, and of the window once there is a choice. */
function BatchBar({ words, mustConfirm, terms, batch }: BarProps) {
  const t = useTranslations(`work.batch.${words}`);
  const [asking, setAsking] = useState(false);
  const { items, chosen, choose, run, busy, outcome } = batch;
  const offered = items.filter(({ isLeftOut }) => !isLeftOut).map(({ id }) => id);
  const hasAll = offered.every((id) => chosen.some((each) => each.id === id));
  const count = chosen.length;
  const go = () => {
    setAsking(false);
    void run();
  };
  if (items.length === 0 && !outcome) return null;
  return (
    <div
      className={`no-print space-y-3 border border-line bg-paper p-3 ${count > 0 ? "sticky bottom-0" : ""}`}
    >
      {outcome && <BatchOutcome words={words} outcome={outcome} onAccept={() => void run(true)} />}
      {count > 0 && terms}
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

/** What was done, and what was not with the reason of each: it stays until the next action. */
function BatchOutcome({
  words,
  outcome: { done, failures, refusal },
  onAccept,
}: {
  words: Words;
  outcome: Outcome;
  onAccept: () => void;
}) {
  const t = useTranslations(`work.batch.${words}`);
  const goOn = useTranslations("work.form")("goOn");
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
          {failures.some(({ refusal }) => refusal.code === "gaps_made") && (
            <Button tone="plain" onClick={onAccept}>
              {goOn}
            </Button>
          )}
        </Notice>
      )}
      {refusal && <RefusalNotice refusal={refusal} />}
    </>
  );
}
