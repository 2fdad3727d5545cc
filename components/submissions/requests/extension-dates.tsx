import { useTranslations } from "next-intl";
import { DueMoves } from "@/components/tasks/due-moves";
import { Day } from "@/components/ui/day";
import { Fact, Facts } from "@/components/ui/facts";
import type { Day as DayValue } from "@/lib/domain/calendar/days";
import type { DueMove } from "@/lib/domain/calendar/deadlines";

type Props = { dueOn: DayValue | null; baselineDueOn: DayValue | null; moves: DueMove[] };

/** What was promised and what has moved: the due day now, the first one, and every move with who, when and why. */
export function ExtensionDates({ dueOn, baselineDueOn, moves }: Props) {
  const t = useTranslations("work.request.extension");
  return (
    <section aria-labelledby="dates">
      <h2 id="dates" className="font-bold">
        {t("dates")}
      </h2>
      <Facts>
        {dueOn && (
          <Fact label={t("now")}>
            <Day day={dueOn} />
          </Fact>
        )}
        {baselineDueOn && (
          <Fact label={t("baseline")}>
            <Day day={baselineDueOn} />
          </Fact>
        )}
        <Fact label={t("moves")}>
          <DueMoves moves={moves} />
        </Fact>
      </Facts>
    </section>
  );
}
