import { useTranslations } from "next-intl";

export function SiteFooter() {
  const t = useTranslations("public");
  return (
    <footer className="mt-12 border-t border-line bg-paper text-sm text-muted">
      <div className="mx-auto max-w-6xl space-y-1 px-4 py-6">
        <p>{t("footer")}</p>
        <p className="flex flex-wrap gap-x-3">
          <span>{t("openData")}</span>
          <a href="/api/v1/tasks">{t("apiTasks")}</a>
          <a href="/api/v1/plans">{t("apiPlans")}</a>
        </p>
      </div>
    </footer>
  );
}
