import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useDay } from "@/components/ui/day";
import type { Day } from "@/lib/domain/calendar/days";
import type { Disclosure, DisclosureGround } from "@/lib/domain/disclosure";

type Report = {
  approvedAt: string;
  approvedOn: Day;
  disclosure: Disclosure | null;
  ground: DisclosureGround | null;
};

type Props = {
  reports: Report[];
  /** Whom to ask for what is given on request. */
  toAsk: { code: string; name: string } | null;
};

/** Approved reports whose words are not public: that they are there, and why one cannot read them. */
export function Undisclosed({ reports, toAsk }: Props) {
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
            {disclosure === "on_request" && toAsk && (
              <Anchor href={`/units/${toAsk.code}#contact`} className="ml-2 underline">
                {t("contact", { unit: toAsk.name })}
              </Anchor>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
