import { useTranslations } from "next-intl";
import { Anchor } from "./ui/anchor";

/** The way here from the home page; the page itself is its h1 and is left out. */
export function Breadcrumb({ steps }: { steps: { href: string; title: string }[] }) {
  const t = useTranslations("public");
  return (
    <nav aria-label={t("breadcrumb")} className="mb-3 text-sm">
      <ol className="flex flex-wrap gap-x-2 gap-y-1">
        <li>
          <Anchor href="/" className="inline-block py-1">
            {t("home")}
          </Anchor>
        </li>
        {steps.map(({ href, title }) => (
          <li
            key={href}
            lang="zh-CN"
            className="before:mr-2 before:text-muted before:content-['›']"
          >
            <Anchor href={href} className="inline-block py-1">
              {title}
            </Anchor>
          </li>
        ))}
      </ol>
    </nav>
  );
}
