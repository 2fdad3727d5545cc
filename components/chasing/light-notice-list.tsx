import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import type { Day as DayValue } from "@/lib/domain/calendar/days";
import type { NoticeLight } from "@/lib/domain/chasing/light-notices";

export type LightNotice = {
  id: string;
  light: NoticeLight;
  reason: string;
  issuedOn: DayValue;
  liftedOn: DayValue | null;
};

/** 黄色督办单 and 红色督办单, newest first: why and since when, and until when. */
export function LightNoticeList({ notices }: { notices: LightNotice[] }) {
  const t = useTranslations();
  const day = useDay();
  return (
    <ol className="divide-y divide-line border border-line bg-paper">
      {notices.map(({ id, light, reason, issuedOn, liftedOn }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 p-3">
          <span data-light={light} className="light-tag">
            <strong>{t(`work.chasing.notice.${light}`)}</strong>
          </span>
          <span>{t(`reasons.${reason}`)}</span>
          <span className="text-sm text-muted">
            {t("work.chasing.issuedOn", { day: day(issuedOn) })}
            {liftedOn && ` · ${t("work.chasing.liftedOn", { day: day(liftedOn) })}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
