import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import { Provisional } from "@/components/ui/provisional";
import type { Day } from "@/lib/domain/calendar/days";

type Props = { endsOn: Day; workdays: number; workdaysLeft: number };

/** How long there is to object, and who decides. */
export function ObjectionLimit({ endsOn, workdays, workdaysLeft }: Props) {
  const t = useTranslations("work.request.objection");
  const day = useDay();
  return (
    <section aria-labelledby="limit">
      <h2 id="limit" className="font-bold">
        {t("leftTitle")}
      </h2>
      <p className="font-semibold">
        {t("left", { days: workdaysLeft, day: day(endsOn) })}
        <Provisional day={endsOn} />
      </p>
      <p className="text-muted">{t("rule", { workdays })}</p>
    </section>
  );
}
