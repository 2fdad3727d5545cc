import { useFormatter, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useRefusalText } from "@/components/ui/refusal";
import type { SaveState as State } from "./use-autosave";

/** 已保存 14:32, or 保存失败 with the reason and a way to try again, for as long as it is so. */
export function SaveState({ state, onRetry }: { state: State; onRetry: () => void }) {
  const t = useTranslations("work");
  const format = useFormatter();
  const say = useRefusalText();
  const { phase, savedAt, refusal } = state;
  if (phase === "failed" && refusal) {
    return (
      <div role="alert" className="text-alarm">
        <strong>{t("save.failed")}</strong> {say(refusal)}{" "}
        {refusal.code === "session_expired" && (
          <Anchor href="/sign-in" target="_blank" rel="noopener" className="text-alarm underline">
            {t("form.signInAgain")}
          </Anchor>
        )}{" "}
        {refusal.code === "submission_changed" ? (
          <a href="#conflict" className="text-alarm underline">
            {t("conflict.title")}
          </a>
        ) : (
          <button type="button" onClick={onRetry} className="min-h-8 underline">
            {t("save.retry")}
          </button>
        )}
      </div>
    );
  }
  const time =
    savedAt &&
    format.dateTime(new Date(savedAt), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (
    <p role="status" className="text-muted">
      {phase === "idle" && time ? t("save.saved", { time }) : t(`save.${phase}`)}
    </p>
  );
}
