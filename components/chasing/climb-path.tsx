import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/day";
import type { Escalation } from "@/lib/domain/chasing/escalation-policy";
import { levelName } from "@/lib/domain/chasing/reminder-policy";

/** What an obligation has come to, level by level, and what those there said that they do about it. */
export function ClimbPath({ levels }: { levels: readonly Escalation[] }) {
  const t = useTranslations();
  return (
    <ol className="text-sm">
      {levels.map(({ id, type, level, raisedAt, acknowledgedAt, acknowledgedBy, note }) => (
        <li key={id}>
          <span className="text-muted">
            <Moment at={raisedAt} />
          </span>{" "}
          {t(`raisedTo.${levelName(type, level)}`)}
          {acknowledgedAt && (
            <span className="text-muted">
              {" · "}
              {t("work.chasing.acknowledgedBy", { name: acknowledgedBy ?? "" })}{" "}
              <Moment at={acknowledgedAt} />
              {": "}
              <bdi lang="zh-CN" className="whitespace-pre-wrap text-ink" dir="auto">
                {note}
              </bdi>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
