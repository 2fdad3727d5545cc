import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import type { Day } from "@/lib/domain/calendar/days";
import type { Disclosure, DisclosureGround } from "@/lib/domain/disclosure";

type Report = {
  approvedAt: string;
  approvedOn: Day;
  disclosure: Disclosure | null;
  ground: DisclosureGround | null;
};

/** Approved reports whose words are not public: that they are there, and why one cannot read them. */
export function Undisclosed({ reports }: { reports: Report[] }) {
  const t = useTranslations("disclosure");
  const day = useDay();
  if (reports.length === 0) return null;
  return (
    <section className="mt-4 max-w-4xl">
      <h3 className="font-semibold">{t("title", { count: reports.length })}</h3>
      <ul className="mt-1 list-disc pl-5 text-muted">
        {reports.map(({ approvedAt, approvedOn, disclosure, ground }) => (
          <li key={approvedAt}>
            {t("line", { day: day(approvedOn) })}
            {disclosure === null ? t("waiting") : t(`public.${disclosure}`)}
            {ground && t(`grounds.${ground}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
