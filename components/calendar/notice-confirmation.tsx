"use client";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { WhenReady } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { Day } from "@/lib/domain/calendar/days";
import { exceptionsOf } from "@/lib/domain/calendar/notices";
import type { AnnounceYearInput, Notice } from "@/lib/domain/calendar/years";
import type { ObligationType } from "@/lib/domain/chasing/reminder-policy";

export type CalendarEffects = { moved: { type: ObligationType; count: number }[]; open: number };

type Props = {
  year: number;
  version: number;
  notice: Notice;
  effects: CalendarEffects;
  announce: Action<AnnounceYearInput, unknown>;
  onBack: () => void;
  onDone: () => void;
};

/** The days of a notice and what they change, before they are entered. */
export function NoticeConfirmation(props: Props) {
  const { year, version, notice, effects, announce, onBack, onDone } = props;
  const t = useTranslations("work.holidays");
  const router = useRouter();
  const { run, busy, refusal } = useAction(announce, () => {
    onDone();
    router.refresh();
  });
  return (
    <WhenReady className="space-y-4 border border-line bg-paper p-4">
      <h2 className="text-lg font-bold">{t("confirmTitle", { year })}</h2>
      {refusal && <RefusalNotice refusal={refusal} />}
      <NoticeDays notice={notice} />
      <Effects effects={effects} />
      <p>{t("agreedStay")}</p>
      <div className="flex flex-wrap gap-3">
        <Button disabled={busy} onClick={() => run({ ...notice, year, version })}>
          {t("confirm")}
        </Button>
        <Button tone="plain" disabled={busy} onClick={onBack}>
          {t("back")}
        </Button>
      </div>
    </WhenReady>
  );
}

/** Each day that differs from Monday to Friday, with its weekday. */
function NoticeDays({ notice }: { notice: Notice }) {
  const t = useTranslations("work.holidays");
  const format = useFormatter();
  const text = (day: Day) =>
    format.dateTime(new Date(`${day}T12:00:00+08:00`), {
      month: "long",
      day: "numeric",
      weekday: "short",
    });
  const days = exceptionsOf(notice.rows);
  return (
    <dl className="grid gap-4 sm:grid-cols-2">
      {([false, true] as const).map((working) => (
        <div key={String(working)}>
          <dt className="font-semibold">{t(working ? "worked" : "off")}</dt>
          {days
            .filter((each) => each.working === working)
            .map(({ day, name }) => (
              <dd key={day}>
                {text(day)} <span lang="zh-CN">{name}</span>
              </dd>
            ))}
        </div>
      ))}
    </dl>
  );
}

function Effects({ effects: { moved, open } }: { effects: CalendarEffects }) {
  const t = useTranslations("work.holidays");
  if (moved.length === 0) return <p>{t("nothingMoves", { open })}</p>;
  return (
    <>
      <p className="font-semibold">{t("moves", { open })}</p>
      <ul className="list-disc pl-5">
        {moved.map(({ type, count }) => (
          <li key={type}>{t(`moved.${type}`, { count })}</li>
        ))}
      </ul>
    </>
  );
}
