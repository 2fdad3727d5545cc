import { useTranslations } from "next-intl";
import { Anchor } from "./anchor";
import { buttonStyle } from "./button";

type Props = {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  /** What list it is, where a page has several. */
  label?: string;
};

/** The way through a long list, page by page; nothing where one page holds it all. */
export function Pages({ page, pages, hrefOf, label }: Props) {
  const t = useTranslations("work.pages");
  if (pages === 1) return null;
  return (
    <nav aria-label={label ?? t("label")} className="mt-4 flex flex-wrap items-center gap-3">
      {page > 1 && (
        <Anchor href={hrefOf(page - 1)} rel="prev" className={buttonStyle("plain")}>
          {t("previous")}
        </Anchor>
      )}
      <span>{t("position", { page, pages })}</span>
      {page < pages && (
        <Anchor href={hrefOf(page + 1)} rel="next" className={buttonStyle("plain")}>
          {t("next")}
        </Anchor>
      )}
    </nav>
  );
}
