import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";

export type SiteFactsShown = {
  host: string | null;
  operator: string | null;
  contact: string | null;
  code: string | null;
  icp: string | null;
  police: string | null;
  partyGovUrl: string | null;
  errorUrl: string | null;
};
const named = ["host", "operator", "contact", "code", "icp", "police"] as const;

/** What the site is, what else it offers, and what a government site must say of itself, as far as it is set. */
export function SiteFooter({ facts }: { facts: SiteFactsShown }) {
  const t = useTranslations("public");
  const site = useTranslations("site.facts");
  const link = "inline-flex min-h-6 items-center underline";
  return (
    <footer className="mt-12 border-t border-line bg-paper text-sm text-muted">
      <div className="mx-auto max-w-6xl space-y-1 px-4 py-6">
        <p>{t("footer")}</p>
        <p className="no-print flex flex-wrap gap-x-4">
          <Anchor href="/open-data" className={link}>
            {t("openDataLink")}
          </Anchor>
          <Anchor href="/letters" className={link}>
            {t("findLetter")}
          </Anchor>
          <Anchor href="/compare" className={link}>
            {t("compare")}
          </Anchor>
          <a href="/api/v1/tasks" className={link}>
            {t("apiTasks")}
          </a>
          <a href="/api/v1/plans" className={link}>
            {t("apiPlans")}
          </a>
        </p>
        <p lang="zh-CN" className="flex flex-wrap gap-x-4">
          {named.map(
            (name) =>
              facts[name] && (
                <span key={name}>
                  {site(name)} {facts[name]}
                </span>
              ),
          )}
          {facts.partyGovUrl && <a href={facts.partyGovUrl}>{site("partyGov")}</a>}
          {facts.errorUrl && <a href={facts.errorUrl}>{site("error")}</a>}
        </p>
      </div>
    </footer>
  );
}
