import { useTranslations } from "next-intl";
import type { Chasing } from "@/lib/domain/chasing/climbs";
import { toAnswer } from "@/lib/domain/chasing/climbs";
import type { AcknowledgeAction, AnswerAction } from "./chase-forms";
import { ChaseList, ClimbList } from "./chasing-lists";

type Props = {
  chasing: Chasing;
  actions: { answer: AnswerAction; acknowledge: AcknowledgeAction };
};

/** What presses on a task and is this reader's to answer: on top of its page, nothing where there is none. */
export function ToAnswer({ chasing, actions: { answer, acknowledge } }: Props) {
  const t = useTranslations("work.chasing");
  const { chases, climbs } = toAnswer(chasing).theirs;
  if (chases.length + climbs.length === 0) return null;
  return (
    <section aria-labelledby="to-answer" className="mt-3 space-y-3">
      <h2 id="to-answer" className="text-lg font-bold">
        {t("toAnswer", { count: chases.length + climbs.length })}
      </h2>
      {chases.length > 0 && <ChaseList chases={chases} answer={answer} />}
      {climbs.length > 0 && <ClimbList climbs={climbs} acknowledge={acknowledge} />}
    </section>
  );
}
