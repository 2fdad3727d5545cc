import { useTranslations } from "next-intl";

/** Marks what a demo account set in motion: never to be taken for a real result. */
export function DemoTag() {
  const t = useTranslations("site");
  return (
    <span className="inline-block rounded border border-dashed border-muted px-1.5 text-sm text-muted">
      {t("demoTag")}
    </span>
  );
}
