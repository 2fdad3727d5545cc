import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import type { FollowUp } from "@/lib/domain/letters/follow-ups";
import { erasedWords } from "@/lib/domain/letters/letters";

type Told = Pick<FollowUp, "body" | "sentOn" | "dueOn" | "daysLate" | "answeredOn"> & {
  /** Only what was given out. */
  answer: string | null;
};

/** What the writer of a letter said of its answer, as they find it again, and the office's answer once it is given out. */
export function FollowUpReceipt({ followUp }: { followUp: Told }) {
  const t = useTranslations("letters.followUp");
  const day = useDay();
  const { body, sentOn, dueOn, daysLate, answeredOn, answer } = followUp;
  return (
    <section aria-labelledby="follow-up" className="space-y-2">
      <h2 id="follow-up" className="text-lg font-bold">
        {t("title")}
      </h2>
      <p className="border-l-4 border-brand pl-3">
        {answeredOn
          ? t("answered", { day: day(answeredOn) })
          : t("open", { sent: day(sentOn), due: day(dueOn) })}
        {!answeredOn && daysLate > 0 && (
          <strong className="block text-alarm">{t("overdue", { days: daysLate })}</strong>
        )}
      </p>
      {answer && (
        <>
          <h3 className="font-semibold">{t("answer")}</h3>
          <p lang="zh-CN" className="whitespace-pre-line break-words">
            {answer}
          </p>
        </>
      )}
      {body !== erasedWords && (
        <>
          <h3 className="font-semibold">{t("mine")}</h3>
          <p className="whitespace-pre-line break-words">{body}</p>
        </>
      )}
    </section>
  );
}

type Tagged = Pick<FollowUp, "state" | "workdaysLeft" | "daysLate" | "answeredOn">;

/** How far it is, and how long there is to answer or by how much it is late. */
export function FollowUpTag({ followUp }: { followUp: Tagged }) {
  const t = useTranslations("letters.followUp");
  const { state, workdaysLeft, daysLate, answeredOn } = followUp;
  return (
    <>
      {t("tag", { state })}
      {answeredOn === null && (
        <strong className={daysLate > 0 ? "text-alarm" : "text-caution"}>
          {" · "}
          {daysLate > 0 ? t("overdue", { days: daysLate }) : t("left", { days: workdaysLeft })}
        </strong>
      )}
    </>
  );
}

/** The same for those who read the letter inside, with the answer that was written last. */
export function FollowUpCard({ followUp }: { followUp: FollowUp }) {
  const t = useTranslations("letters.followUp");
  const work = useTranslations("work.followUp");
  const day = useDay();
  const { body, sentOn, dueOn, answer, returnReason } = followUp;
  return (
    <section aria-labelledby="follow-up" className="border-l-4 border-caution bg-paper p-4">
      <h2 id="follow-up" className="text-lg font-bold">
        {t("title")}
      </h2>
      <p className="text-sm text-muted">
        {t("sentAndDue", { sent: day(sentOn), due: day(dueOn) })}
      </p>
      <p>
        <FollowUpTag followUp={followUp} />
      </p>
      <p className="mt-2 whitespace-pre-line break-words">{body}</p>
      {answer && (
        <div className="mt-2 border-l-4 border-line pl-3">
          <p className="text-sm text-muted">{work("draft", { name: answer.by })}</p>
          <p lang="zh-CN" className="whitespace-pre-line break-words">
            {answer.body}
          </p>
        </div>
      )}
      {returnReason && <p className="mt-2">{work("returned", { reason: returnReason })}</p>}
    </section>
  );
}
