import { useTranslations } from "next-intl";
import { Moment, useDay } from "@/components/ui/day";
import type { Day as DayValue } from "@/lib/domain/calendar/days";
import {
  type EscalationLevel,
  levelName,
  type ObligationType,
} from "@/lib/domain/chasing/reminder-policy";
import { type AcknowledgeAction, EscalationForm } from "./escalation-form";

export type Escalation = {
  id: string;
  type: ObligationType;
  dueOn: DayValue;
  level: EscalationLevel;
  raisedAt: Date;
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
  note: string | null;
  isOpen: boolean;
  mayAcknowledge: boolean;
};
type Props = { escalations: Escalation[]; acknowledge: AcknowledgeAction };

/** The levels that late obligations have come to (提级督办), newest first, with who has taken them on. */
export function EscalationList({ escalations, acknowledge }: Props) {
  const t = useTranslations();
  const day = useDay();
  return (
    <ol className="divide-y divide-line border border-line bg-paper">
      {escalations.map(({ id, type, dueOn, level, raisedAt, ...escalation }) => (
        <li key={id} className="space-y-1 p-3">
          <p>
            <strong className="font-semibold">
              {t("work.chasing.raised", { level: t(`levels.${levelName(type, level)}`) })}
            </strong>
            {" · "}
            {t(`work.chasing.obligations.${type}`, { day: day(dueOn) })}
          </p>
          <p className="text-sm text-muted">
            <Moment at={raisedAt} />
          </p>
          <Outcome escalation={escalation} />
          {escalation.mayAcknowledge && (
            <EscalationForm escalationId={id} acknowledge={acknowledge} />
          )}
        </li>
      ))}
    </ol>
  );
}

type Taken = Pick<Escalation, "acknowledgedBy" | "acknowledgedAt" | "note" | "isOpen">;

function Outcome({
  escalation: { acknowledgedBy, acknowledgedAt, note, isOpen },
}: {
  escalation: Taken;
}) {
  const t = useTranslations("work.chasing");
  if (!acknowledgedAt)
    return <p className="font-semibold">{t(isOpen ? "unacknowledged" : "ended")}</p>;
  return (
    <div className="border-l-4 border-line pl-3">
      <p className="text-sm text-muted">
        {t("acknowledgedBy", { name: acknowledgedBy ?? "" })} · <Moment at={acknowledgedAt} />
      </p>
      <p className="whitespace-pre-wrap" dir="auto">
        <bdi>{note}</bdi>
      </p>
    </div>
  );
}
