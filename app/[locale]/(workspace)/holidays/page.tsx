import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OfficeLinks } from "@/components/site/office-links";
import { Anchor } from "@/components/ui/anchor";
import { calendarYearList } from "@/db/queries/calendar/years";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";

export async function generateMetadata() {
  return { title: (await getTranslations("work.holidays"))("title") };
}

export default async function HolidaysPage() {
  const actor = await requirePermission("calendar.manage");
  const years = await calendarYearList(actor, await currentDay());
  if (!years) notFound();
  const t = await getTranslations("work.holidays");
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <OfficeLinks role={actor.role} here="/holidays" />
      <p className="mb-4">{t("lead")}</p>
      <ul className="divide-y divide-line border border-line bg-paper">
        {years.map(({ year, source }) => (
          <li key={year} className="px-4 py-3">
            <Anchor
              href={`/holidays/${year}`}
              className="inline-flex min-h-8 items-center font-semibold"
            >
              {t("year", { year: String(year) })}
            </Anchor>
            <p className={source === null ? "font-semibold text-alarm" : "text-done"}>
              {t(source === null ? "provisional" : "announced")}
            </p>
            {source && <p className="break-all text-sm text-muted">{source}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
