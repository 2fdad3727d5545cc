import { useTranslations } from "next-intl";
import { LightShape } from "@/components/ui/light-tag";
import type { Overview } from "@/lib/domain/public/overview";
import type { Light } from "@/lib/domain/tasks/lights";

/** The counts in words, each with its shape: 1项已办结 · 4项正常推进 · 3项滞后（其中1项严重滞后）· 2项未启动. */
export function OverviewLine({ overview }: { overview: Overview }) {
  const t = useTranslations("public");
  const { done, onTrack, atRisk, behind, notStarted, paused } = overview;
  const part = (
    light: Light,
    key: "done" | "onTrack" | "late" | "notStarted" | "paused",
    count: number,
  ) => (
    <span className={`inline-flex items-center gap-1.5 ${count === 0 ? "text-muted" : ""}`}>
      <LightShape light={light} />
      <span>
        {t.rich(key, { count, b: (chunks) => <b>{chunks}</b> })}
        {key === "late" && behind > 0 && (
          <small className="font-normal text-muted">{t("farBehind", { count: behind })}</small>
        )}
      </span>
    </span>
  );
  const comma = <span className="sr-only">{t("comma")}</span>;
  return (
    <span className="inline-flex flex-wrap gap-x-5 gap-y-1">
      {part("blue", "done", done)}
      {comma}
      {part("green", "onTrack", onTrack)}
      {comma}
      {part(behind > 0 ? "red" : "yellow", "late", atRisk + behind)}
      {comma}
      {part("grey", "notStarted", notStarted)}
      {paused > 0 && part("paused", "paused", paused)}
    </span>
  );
}
