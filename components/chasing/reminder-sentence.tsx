import { useFormatter, useTranslations } from "next-intl";
import type { Day } from "@/lib/domain/calendar/days";
import type { EscalationStep, ReminderRule } from "@/lib/domain/chasing/reminder-policy";
import { type Example, levelSentence, ruleSentence } from "@/lib/domain/chasing/reminder-sentences";
import { readableParams, type SentenceParams } from "@/lib/domain/sentence-params";

/** What a rule does, in words. */
export function RuleSentence({ rule, example }: { rule: ReminderRule; example: Example | null }) {
  return useSentence("ruleSentence", ruleSentence(rule, example));
}

/** What a level of the escalation does, in words. */
export function LevelSentence({
  step,
  example,
}: {
  step: EscalationStep;
  example: Example | null;
}) {
  return useSentence("levelSentence", levelSentence(step, example));
}

function useSentence(
  name: "ruleSentence" | "levelSentence",
  params: SentenceParams | null,
): string {
  const t = useTranslations("work.reminders");
  const day = useDayOfWeek();
  if (!params) return t("halfWritten");
  const people = (names: string) =>
    names
      .split(" ")
      .filter(Boolean)
      .map((each) => t(`audiences.${each}`))
      .join(t("and"));
  return t(name, readableParams(params, { day, people }));
}

/** 2024年6月19日星期三: a reminder is of a day on which somebody is there. */
export function useDayOfWeek() {
  const format = useFormatter();
  return (day: Day) =>
    format.dateTime(new Date(`${day}T12:00:00+08:00`), {
      year: "numeric",
      month: "long",
      day: "numeric",
      weekday: "short",
    });
}
