import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/day";
import { type AnswerAction, ChaseAnswer } from "./chase-answer";

export type Chase = {
  id: string;
  message: string;
  sentBy: string;
  sentAt: Date;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
  mayAnswer: boolean;
};

/** 催办 sent by hand, newest first, each with its answer or, for the unit, the form of one. */
export function ChaseList({ chases, answer }: { chases: Chase[]; answer: AnswerAction }) {
  const t = useTranslations("work.chasing");
  return (
    <ol className="divide-y divide-line border border-line bg-paper">
      {chases.map((chase) => (
        <li key={chase.id} className="space-y-1 p-3">
          <Said by={t("chasedBy", { name: chase.sentBy })} at={chase.sentAt} text={chase.message} />
          {chase.answer && chase.answeredAt ? (
            <div className="border-l-4 border-line pl-3">
              <Said
                by={t("answeredBy", { name: chase.answeredBy ?? "" })}
                at={chase.answeredAt}
                text={chase.answer}
              />
            </div>
          ) : (
            <p className="font-semibold">{t("unanswered")}</p>
          )}
          {chase.mayAnswer && <ChaseAnswer chaseId={chase.id} answer={answer} />}
        </li>
      ))}
    </ol>
  );
}

function Said({ by, at, text }: { by: string; at: Date; text: string }) {
  return (
    <>
      <p className="text-sm text-muted">
        {by} · <Moment at={at} />
      </p>
      <p className="whitespace-pre-wrap" dir="auto">
        <bdi>{text}</bdi>
      </p>
    </>
  );
}
