import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import type { Light } from "@/lib/domain/tasks/lights";

/** A percentage in figures with a bar beside it; says so where nothing has been published. */
export function PercentBar({ percent, light }: { percent: number | null; light: Light }) {
  const t = useTranslations("public");
  if (percent === null) return <span className="text-muted">{t("noPercent")}</span>;
  return (
    <span data-light={light} className="percent-bar" style={barOf(percent)}>
      {percent}%
    </span>
  );
}

/** The bar is drawn by the style sheet: a hundred drawings would weigh more than what they show. */
function barOf(percent: number) {
  return { "--p": `${percent}%` } as CSSProperties;
}
