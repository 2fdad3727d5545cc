import { useTranslations } from "next-intl";
import { type Day as DayValue, dayIn } from "@/lib/domain/days";
import { Day, useDay } from "./day";
import { Fact, Facts } from "./ui/facts";

type Move = {
  id: string;
  fromDueOn: DayValue;
  toDueOn: DayValue;
  reason: string;
  unit: string;
  movedAt: Date;
};
type Props = { dueOn: DayValue | null; baselineDueOn: DayValue | null; moves: Move[] };

/** What was promised and what has moved: the due day now, the first one, and every move with who, when and why. */
export function ExtensionDates({ dueOn, baselineDueOn, moves }: Props) {
  const t = useTranslations("work.request.extension");
  const day = useDay();
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
      </Facts>
      <p className="mt-2">{t("movedTimes", { count: moves.length })}</p>
      <ol className="list-decimal space-y-2 pl-5">
        {moves.map(({ id, fromDueOn, toDueOn, reason, unit, movedAt }) => (
          <li key={id}>
            {t("move", { from: day(fromDueOn), to: day(toDueOn) })}
            <p lang="zh-CN" className="whitespace-pre-line">
              {reason}
            </p>
            <p className="text-sm text-muted">
              {t("moveBy", { unit, day: day(dayIn(new Date(movedAt))) })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
