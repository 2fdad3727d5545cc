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

const width = 600;

/** The counts as one bar, each part as wide as its share; the words beside it say the same. */
export function OverviewBar({ overview, isSmall }: { overview: Overview; isSmall?: boolean }) {
  const { total, done, onTrack, atRisk, behind, notStarted, paused } = overview;
  const shares: [Light, number][] = [
    ["blue", done],
    ["green", onTrack],
    ["yellow", atRisk],
    ["red", behind],
    ["grey", notStarted],
    ["paused", paused],
  ];
  let from = 0;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} 14`}
      preserveAspectRatio="none"
      className={`w-full max-w-3xl overflow-visible ${isSmall ? "mt-1 h-2" : "mt-3 h-3.5"}`}
    >
      {shares.map(([light, count]) => {
        const share = total === 0 ? 0 : (width * count) / total;
        const x = from;
        from += share;
        if (count === 0) return null;
        return (
          <rect
            key={light}
            data-light={light}
            className="light-shape"
            x={Math.round(x)}
            width={Math.max(1, Math.round(from) - Math.round(x) - 2)}
            height="14"
          />
        );
      })}
    </svg>
  );
}
