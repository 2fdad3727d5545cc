import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { defaultLocale, localePath, locales } from "@/messages/locales";

const pages = [
  { href: "/tasks", name: "find" },
  { href: "/units", name: "units" },
  { href: "/changes", name: "changes" },
] as const;

/** `path` is the page's own, so that the language link stays on it. */
export function SiteHeader({ path, isElder }: { path: string; isElder: boolean }) {
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
