import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Day as DayValue } from "@/lib/domain/calendar/days";
import { localePath } from "@/messages/locales";
import { useDay } from "./day";
import { DemoTag } from "./demo-tag";

type Props = {
  path: string;
  title: string;
  asOf: DayValue;
  isDemo: boolean;
  children: ReactNode;
};

/** How something stands, to be framed in anybody's page: a few lines and the way to the whole. */
export function Card({ path, title, asOf, isDemo, children }: Props) {
  const t = useTranslations();
  const day = useDay();
  const locale = useLocale();
  return (
    <main className="space-y-2 border border-line bg-paper p-4">
      <h1 lang="zh-CN" className="text-lg font-bold leading-snug">
        <a href={localePath(locale, path)} target="_top" className="underline">
          {title}
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
