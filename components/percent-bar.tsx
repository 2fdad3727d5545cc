import { useTranslations } from "next-intl";
import type { Light } from "@/lib/domain/lights";

/** A percentage in figures with a bar beside it; says so where nothing has been published. */
export function PercentBar({ percent, light }: { percent: number | null; light: Light }) {
  const t = useTranslations("public");
  if (percent === null) return <span className="text-muted">{t("noPercent")}</span>;
  return (
    <span data-light={light} className="percent-bar">
      <svg aria-hidden="true" viewBox="0 0 72 10" preserveAspectRatio="none">
        <rect width={(72 * percent) / 100} height="10" />
      </svg>
      {percent}%
    </span>
  );
}
