import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Day as DayValue } from "@/lib/domain/calendar/days";
import { localePath } from "@/messages/locales";
import { useDay } from "./day";
import { DemoTag } from "./demo-tag";
import { Name } from "./name";

type Props = {
  path: string;
  title: string;
  titleEn: string | null;
  asOf: DayValue;
  isDemo: boolean;
  children: ReactNode;
};

/** How something stands, to be framed in anybody's page: a few lines and the way to the whole. */
export function Card({ path, title, titleEn, asOf, isDemo, children }: Props) {
  const t = useTranslations();
  const day = useDay();
  const locale = useLocale();
  return (
    <main className="space-y-2 border border-line bg-paper p-4">
      <h1 className="text-lg font-bold leading-snug">
        <a href={localePath(locale, path)} target="_top" className="underline">
          <Name name={title} english={titleEn} />
        </a>
      </h1>
      {children}
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
        {t("public.asOf", { day: day(asOf) })} · {t("site.name")}
        {isDemo && <DemoTag />}
      </p>
    </main>
  );
}
