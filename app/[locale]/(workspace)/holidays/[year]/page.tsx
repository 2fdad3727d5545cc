import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NoticeForm } from "@/components/calendar/notice-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { calendarYear } from "@/db/queries/calendar/years";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import { yearOf } from "@/lib/domain/calendar/days";
import { rowsOf } from "@/lib/domain/calendar/notices";
import { calendarYearSchema } from "@/lib/domain/calendar/years";
import { announce, preview } from "./actions";

type Props = { params: Promise<{ year: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.holidays"))("title") };
}

export default async function HolidayYearPage({ params }: Props) {
  const text = (await params).year;
  const actor = await requirePermission("calendar.manage");
  const year = calendarYearSchema.safeParse(Number(text));
  const today = await currentDay();
  if (!year.success || year.data > yearOf(today) + 1) notFound();
  const found = await calendarYear(actor, year.data);
  if (!found) notFound();
  const t = await getTranslations("work.holidays");
  const isOver = found.source !== null && year.data < yearOf(today);
  const rows = rowsOf(found.exceptions);
  return (
    <>
      <Breadcrumb links={[{ href: "/holidays", title: t("title") }]} />
      <h1 className="text-2xl font-bold">{t("year", { year: String(year.data) })}</h1>
      <p className="my-3">{t(found.source === null ? "provisional" : "announced")}</p>
      {isOver ? (
        <>
          <p className="mb-3 text-muted">{t("over")}</p>
          <ul className="list-disc pl-5">
            {rows.map(({ kind, name, from, to }) => (
              <li key={`${kind}${from}`}>
                <span lang="zh-CN">{name}</span> {t(`kinds.${kind}`)}{" "}
                {from === to ? from : t("stretch", { from, to })}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <NoticeForm
          year={year.data}
          version={found.version}
          notice={{ source: found.source ?? "", rows }}
          preview={preview}
          announce={announce}
        />
      )}
    </>
  );
}
