"use client";
import { useFormatter, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type SessionActions, useSessionEnd } from "./use-session-end";

/** Two minutes before the session ends: when it ends, and a way to go on. What is typed on the page stays, come what may. */
export function SessionWarning(actions: SessionActions) {
  const t = useTranslations("work.session");
  const signInAgain = useTranslations("work.form")("signInAgain");
  const format = useFormatter();
  const { end, isEnded, busy, hasFailed, stay } = useSessionEnd(actions);
  if (!end && !isEnded) return null;
  const time = (at: number) =>
    format.dateTime(new Date(at), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (
    <div className="sticky top-0 z-20 shadow">
      <Notice tone="caution" role="alert" title={t("title")}>
        <p>{end ? t(end.isFinal ? "absolute" : "warning", { time: time(end.at) }) : t("ended")}</p>
        {hasFailed && <p className="text-alarm">{t("failed")}</p>}
        {end && !end.isFinal ? (
          <Button disabled={busy} onClick={stay}>
            {t(busy ? "continuing" : "continue")}
          </Button>
        ) : (
          <Anchor href="/sign-in" target="_blank" rel="noopener">
            {signInAgain}
          </Anchor>
        )}
      </Notice>
    </div>
  );
}
