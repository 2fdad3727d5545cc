"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { useAction } from "@/components/forms/use-action";
import { Anchor } from "@/components/ui/anchor";
import { Button, buttonStyle } from "@/components/ui/button";
import { WhenReady } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { MarkReadInput } from "@/lib/domain/notifications/notifications";

export type MarkRead = Action<MarkReadInput, { count: number }>;

/** Opens what a notification is about, and with that the notification is read. A link: it works without that too. */
export function NotificationLink({
  id,
  href,
  isRead,
  about,
  markRead,
}: {
  id: string;
  href: string;
  isRead: boolean;
  about: string;
  markRead: MarkRead;
}) {
  const t = useTranslations("work.messages");
  const { run } = useAction(markRead, () => {});
  async function open(event: MouseEvent<HTMLAnchorElement>) {
    if (isRead) return;
    const { href: address } = event.currentTarget;
    const isNewTab = event.metaKey || event.ctrlKey || event.shiftKey;
    if (!isNewTab) event.preventDefault();
    await run({ ids: [id] });
    if (!isNewTab) location.assign(address);
  }
  return (
    <Anchor href={href} onClick={open} className={buttonStyle("plain")}>
      {t("open")}
      <span className="sr-only"> {about}</span>
    </Anchor>
  );
}

/** 全部标为已读 in one click. It goes away once nothing is unread. */
export function NotificationMarkAll({ markRead }: { markRead: MarkRead }) {
  const t = useTranslations("work.messages");
  const router = useRouter();
  const { run, busy, refusal } = useAction(markRead, () => router.refresh());
  return (
    <WhenReady>
      <Button tone="plain" disabled={busy} onClick={() => run({ ids: "all" })}>
        {t(busy ? "marking" : "markAllRead")}
      </Button>
      {refusal && <RefusalNotice refusal={refusal} />}
    </WhenReady>
  );
}
