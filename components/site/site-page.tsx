import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import type { Day } from "@/lib/domain/calendar/days";
import { defaultLocale, localePath, locales } from "@/messages/locales";
import { DemoBanner } from "./demo-banner";

type Props = {
  path: string;
  demo: { demo: Day } | null;
  facts: SiteFactsShown;
  isElder: boolean;
  children: ReactNode;
};

/** What stands around every public page. */
export function SitePage({ path, demo, facts, isElder, children }: Props) {
  const t = useTranslations("site");
  return (
    <>
      <a
        href="#main"
        className="absolute left-2 -top-20 z-10 bg-paper px-4 py-3 focus:top-2 focus:block"
      >
        {t("skip")}
      </a>
      <DemoBanner demo={demo} />
      <SiteHeader path={path} isElder={isElder} />
      <main id="main" tabIndex={-1} className="mx-auto max-w-6xl px-4 pt-5 focus:outline-none">
        {children}
      </main>
      <SiteFooter facts={facts} />
    </>
  );
}

const pages = [
  { href: "/tasks", name: "find" },
  { href: "/units", name: "units" },
  { href: "/changes", name: "changes" },
] as const;

/** `path` is the page's own, so that the language link stays on it. */
function SiteHeader({ path, isElder }: { path: string; isElder: boolean }) {
  const t = useTranslations();
  const locale = useLocale();
  const other = locales.find((each) => each !== locale) ?? defaultLocale;
  const link = "inline-flex min-h-11 items-center text-ink no-underline hover:underline";
  return (
    <header className="border-b border-line border-t-4 border-t-brand bg-paper">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 px-4">
        <Anchor href="/" className={`${link} mr-auto gap-3`}>
          <strong className="text-xl text-brand">{t("site.name")}</strong>
          <span className="hidden text-sm text-muted md:inline">{t("site.title")}</span>
        </Anchor>
        <nav
          aria-label={t("public.nav")}
          className="flex flex-wrap gap-x-2.5 text-[0.92em] sm:gap-x-5 sm:text-base"
        >
          {pages.map(({ href, name }) => (
            <Anchor key={href} href={href} className={link}>
              {t(`public.${name}`)}
            </Anchor>
          ))}
          <Anchor href="/inbox" className={link}>
            {t("public.work")}
          </Anchor>
          <a
            href={`/api/elder?on=${isElder ? 0 : 1}&next=${encodeURIComponent(localePath(locale, path))}`}
            className={link}
          >
            {t(isElder ? "public.standardType" : "public.largeType")}
          </a>
          <a href={localePath(other, path)} lang={other} hrefLang={other} className={link}>
            {t("public.otherLanguage")}
          </a>
        </nav>
      </div>
    </header>
  );
}

type SiteFactsShown = {
  host: string | null;
  operator: string | null;
  contact: string | null;
  accessibility: string | null;
  code: string | null;
  icp: string | null;
  police: string | null;
  partyGovUrl: string | null;
  errorUrl: string | null;
};
const named = ["host", "operator", "contact", "accessibility", "code", "icp", "police"] as const;

/** What the site is, what else it offers, and what a government site must say of itself, as far as it is set. */
function SiteFooter({ facts }: { facts: SiteFactsShown }) {
  const t = useTranslations("public");
  const locale = useLocale();
  const site = useTranslations("site.facts");
  const link = "inline-flex min-h-6 items-center underline";
  return (
    <footer className="mt-12 border-t border-line bg-paper text-sm text-muted">
      <div className="mx-auto max-w-6xl space-y-1 px-4 py-6">
        <p>{t("footer")}</p>
        {locale !== defaultLocale && <p>{t("translated")}</p>}
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
