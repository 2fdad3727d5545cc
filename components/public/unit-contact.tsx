import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useDay } from "@/components/ui/day";
import { Fact, Facts } from "@/components/ui/facts";
import type { Day } from "@/lib/domain/calendar/days";
import { type Contact, contactFields } from "@/lib/domain/people/departments";

/** How citizens reach a unit, where requests for disclosure (依申请公开) lead to. Nothing that is not set public comes here. */
export function UnitContact({ contact }: { contact: Contact }) {
  const t = useTranslations("units");
  const given = contactFields.filter((field) => contact[field]);
  if (given.length === 0) return null;
  return (
    <section aria-labelledby="contact" className="mt-4 max-w-3xl">
      <h2 id="contact" className="text-lg font-bold">
        {t("contact")}
      </h2>
      <p className="text-muted">{t("contactLead")}</p>
      <Facts>
        {given.map((field) => (
          <Fact key={field} label={t(`contactFields.${field}`)}>
            <span lang="zh-CN">{contact[field]}</span>
          </Fact>
        ))}
      </Facts>
    </section>
  );
}

type ClosedProps = {
  unit: { name: string };
  on: Day;
  successor: { code: string; name: string } | undefined;
};

/** That a unit is there no more, since when, and who stands in its place. */
export function ClosedUnit({ unit: { name }, on, successor }: ClosedProps) {
  const t = useTranslations("units");
  const day = useDay();
  return (
    <p className="mt-2">
      {t(successor ? "merged" : "closed", { name, day: day(on) })}
      {successor && (
        <Anchor href={`/units/${successor.code}`} lang="zh-CN" className="ml-1 underline">
          {successor.name}
        </Anchor>
      )}
    </p>
  );
}
