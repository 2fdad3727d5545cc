import { useTranslations } from "next-intl";
import type { Light } from "@/lib/domain/lights";

/** A percentage in figures with a bar beside it; says so where nothing has been published. */
export function PercentBar({ percent, light }: { percent: number | null; light: Light }) {
  const t = useTranslations("public");
  if (percent === null) return <span className="text-muted">{t("noPercent")}</span>;
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <svg aria-hidden="true" data-light={light} width="72" height="10" className="shrink-0">
        <rect x="0.5" y="0.5" width="71" height="9" rx="2" fill="#fff" stroke="#505a5f" />
        <rect
          x="0.5"
          y="0.5"
          width={(71 * percent) / 100}
          height="9"
          rx="2"
          className="light-shape"
        />
      </svg>
      <span>{percent}%</span>
    </span>
  );
}
