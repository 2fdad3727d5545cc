"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { RefusalNotice } from "@/components/ui/refusal";
import { WhenReady } from "@/components/ui/when-ready";
import type { MarkRead } from "./notification-link";

/** 全部标为已读 in one press. It goes away once nothing is unread. */
export function NotificationMarkAll({ markRead }: { markRead: MarkRead }) {
  const t = useTranslations("work.messages");
  const router = useRouter();
  const { press, busy, refusal } = useAction(markRead, () => router.refresh());
  return (
    <WhenReady>
      <Button tone="plain" disabled={busy} onClick={() => press({ ids: "all" })}>
        {t(busy ? "marking" : "markAllRead")}
      </Button>
      {refusal && <RefusalNotice refusal={refusal} />}
    </WhenReady>
  );
}
