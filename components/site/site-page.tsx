import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Day } from "@/lib/domain/calendar/days";
import { DemoBanner } from "./demo-banner";
import { type SiteFactsShown, SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

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
