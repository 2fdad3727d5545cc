import { useLocale, useTranslations } from "next-intl";
import { nameIn } from "@/messages/locales";
import { Anchor } from "./anchor";
import { PolicyWords } from "./policy-words";

type Link = { href: string; title: string; titleEn?: string | null };

/** The way here from the home page; the page itself is its h1 and is left out. */
export function Breadcrumb({ links }: { links: Link[] }) {
  const t = useTranslations("public");
  const locale = useLocale();
  return (
    <nav aria-label={t("breadcrumb")} className="mb-3 text-sm">
      <ol className="flex flex-wrap gap-x-2 gap-y-1">
        <li>
          <Anchor href="/" className="py-1">
            {t("home")}
          </Anchor>
        </li>
        {links.map(({ href, title, titleEn }) => (
          <li key={href} className="before:mr-2 before:text-muted before:content-['›']">
            <Anchor href={href} className="py-1">
              <PolicyWords text={nameIn(locale, title, titleEn)} />
            </Anchor>
          </li>
        ))}
      </ol>
    </nav>
  );
}
