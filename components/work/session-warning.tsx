"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

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

type Left = { ms: number; isFinal: boolean };
type SessionActions = {
  /** How long the session lasts unless it is used; null once it has ended. */
  askLeft: () => Promise<Left | null>;
  /** Uses the session, and tells the same. */
  stayOn: () => Promise<Left | null>;
};

const minute = 60_000;
const warnMs = 2 * minute;
/** A page just loaded has used its session within the last minute: it lasts 29 more at least. */
const firstAskMs = 29 * minute - warnMs;
const retryMs = 20_000;

/**
 * Knows when the session ends, also when another window has used it: the server is asked shortly before, and whenever
 * the person comes back to the page.
 */
function useSessionEnd({ askLeft, stayOn }: SessionActions) {
  const [end, setEnd] = useState<{ at: number; isFinal: boolean } | null>(null);
  const [isEnded, setEnded] = useState(false);
  const [busy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function askIn(ms: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => learn(askLeft), ms);
  }

  async function learn(asking: () => Promise<Left | null>) {
    const left = await asking().catch(() => undefined);
    setFailed(left === undefined && asking === stayOn);
    if (left === undefined) return askIn(retryMs);
    setEnded(left === null);
    setEnd(left && left.ms <= warnMs ? { at: Date.now() + left.ms, isFinal: left.isFinal } : null);
    if (left) askIn(left.ms > warnMs ? left.ms - warnMs : left.ms + 1000);
  }

  async function stay() {
    setBusy(true);
    await learn(stayOn);
    setBusy(false);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each page; the timer does the rest
  useEffect(() => {
    askIn(firstAskMs);
    const loadedAt = Date.now();
    // A sleeping computer runs no timers, and another tab may have signed in again.
    const comeBack = () => {
      const mayBeNear = Date.now() - loadedAt > firstAskMs;
      if (mayBeNear && document.visibilityState === "visible") learn(askLeft);
    };
    document.addEventListener("visibilitychange", comeBack);
    window.addEventListener("focus", comeBack);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener("visibilitychange", comeBack);
      window.removeEventListener("focus", comeBack);
    };
  }, []);

  return { end, isEnded, busy, hasFailed, stay };
}
