import { useTranslations } from "next-intl";
import { Anchor } from "./anchor";
import { PolicyWords } from "./policy-words";

/** The way here from the home page; the page itself is its h1 and is left out. */
export function Breadcrumb({ links }: { links: { href: string; title: string }[] }) {
  const t = useTranslations("public");
  return (
    <nav aria-label={t("breadcrumb")} className="mb-3 text-sm">
      <ol className="flex flex-wrap gap-x-2 gap-y-1">
        <li>
          <Anchor href="/" className="py-1">
            {t("home")}
          </Anchor>
        </li>
        {links.map(({ href, title }) => (
          <li key={href} className="before:mr-2 before:text-muted before:content-['›']">
            <Anchor href={href} className="py-1">
              <PolicyWords text={title} />
            </Anchor>
          </li>
        ))}
      </ol>
    </nav>
  );
}
