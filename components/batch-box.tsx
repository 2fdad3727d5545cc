"use client";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext } from "react";
import { BatchBar } from "./batch-bar";
import { type Batch, type BatchAction, type BatchItem, useBatch } from "./use-batch";

const Chosen = createContext<Pick<Batch, "items" | "chosen" | "toggle"> | null>(null);

type Props<Input> = {
  /** Which sentences of `work.batch` it speaks in. */
  words: "receive" | "approve";
  items: BatchItem<Input>[];
  run: BatchAction<Input>;
  /** What cannot be taken back names its count once more before it is done. */
  mustConfirm?: boolean;
  children: ReactNode;
};

/** A list whose rows can be chosen, with the bar that acts on them. */
export function BatchBox<Input extends { key: string }>({
  words,
  items,
  run,
  mustConfirm = false,
  children,
}: Props<Input>) {
  const router = useRouter();
  const batch = useBatch(items, run);
  const press = async () => {
    await batch.press();
    router.refresh();
  };
  return (
    <Chosen value={batch}>
      {children}
      <BatchBar {...{ words, mustConfirm }} batch={{ ...batch, press }} />
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
      className="size-6 shrink-0"
      checked={batch.chosen.some((each) => each.id === id)}
      onChange={() => batch.toggle(id)}
    />
  );
}
