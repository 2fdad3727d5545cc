import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import type { DueMove } from "@/lib/domain/calendar/deadlines";

/** How often a due day was moved, by whom, why and how far. */
export function DueMoves({ moves }: { moves: DueMove[] }) {
  const t = useTranslations();
  const day = useDay();
  if (moves.length === 0) return t("work.task.movesNone");
  return (
    <ol className="space-y-2">
      {moves.map((move) => (
        <li key={`${move.movedOn} ${move.toDueOn}`}>
          {t("work.task.moveLine", {
            cause: t(`dueMoveCauses.${move.cause}`),
            from: day(move.fromDueOn),
            to: day(move.toDueOn),
            days: move.days,
          })}
          <p className="text-sm text-muted">
            <span lang="zh-CN">{move.unit}</span> · {day(move.movedOn)}
          </p>
          <p lang="zh-CN" className="whitespace-pre-line text-sm">
            {move.reason}
          </p>
        </li>
      ))}
    </ol>
  );
}
