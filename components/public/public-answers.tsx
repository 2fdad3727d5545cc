import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { useDay } from "@/components/ui/day";
import { DemoTag } from "@/components/ui/demo-tag";
import type { Day } from "@/lib/domain/calendar/days";
import type { LetterKind } from "@/lib/domain/letters/letters";

type Answer = {
  kind: LetterKind;
  sentOn: Day;
  releasedAt: string;
  releasedOn: Day;
  isDemo: boolean;
  words: { question: string; answer: string; corrected: boolean } | null;
  withdrawal: { on: Day; reason: string } | null;
  erasedOn: Day | null;
};
type Counts = {
  received: number;
  answered: number;
  overdue: number;
  erased: number;
  followedUp: number;
  followUpsAnswered: number;
};
/** `children` is the way to other answers. */
type Props = { code: string; answers: Answer[]; counts: Counts; children?: ReactNode };

/** 公众来信与答复: how many wrote and how many are answered, the answers in public, and the way to write. */
export function PublicAnswers({ code, answers, counts, children }: Props) {
  const t = useTranslations("letters");
  return (
    <section id="answers" aria-labelledby="letters" className="mt-8 max-w-4xl">
      <h2 id="letters" className="text-lg font-bold">
        {t("public.title")}
      </h2>
      <p>
        {t("public.counts", counts)}
        {counts.overdue > 0 && (
          <strong className="text-alarm">{t("public.overdue", { count: counts.overdue })}</strong>
        )}
        {counts.erased > 0 && t("public.erased", { count: counts.erased })}
        {counts.followedUp > 0 && t("public.followedUp", counts)}
      </p>
      <ol className="mt-2 space-y-4">
        {answers.map((answer) => (
          <AnswerItem key={answer.releasedAt} answer={answer} />
        ))}
      </ol>
      {children}
      <p className="no-print mt-2 flex flex-wrap gap-x-5">
        <Anchor
          href={`/letters/new?task=${code}&kind=suggestion`}
          className="inline-flex min-h-8 items-center"
        >
          {t("kinds.suggestion")}
        </Anchor>
        <Anchor
          href={`/letters/new?task=${code}&kind=correction`}
          className="inline-flex min-h-8 items-center"
        >
          {t("kinds.correction")}
        </Anchor>
        <Anchor href="/letters" className="inline-flex min-h-8 items-center">
          {t("find.link")}
        </Anchor>
      </p>
    </section>
  );
}

function AnswerItem({ answer }: { answer: Answer }) {
  const t = useTranslations("letters");
  const day = useDay();
  const { kind, sentOn, releasedOn, isDemo, words, withdrawal, erasedOn } = answer;
  return (
    <li className="border-l-4 border-line pl-3">
      <p className="text-sm text-muted">
        {t("public.sentAndAnswered", { sent: day(sentOn), answered: day(releasedOn) })}
        {isDemo && <DemoTag />}
      </p>
      {words ? (
        <>
          <p lang="zh-CN" className="break-words font-semibold">
            <span lang="">{t(`kinds.${kind}`)}</span>：{words.question}
          </p>
          <p lang="zh-CN" className="whitespace-pre-line break-words">
            {words.answer}
          </p>
          {words.corrected && <p className="font-semibold">{t("corrected")}</p>}
        </>
      ) : (
        <p>{erasedOn ? t("erased.request", { day: day(erasedOn) }) : t("public.gone")}</p>
      )}
      {withdrawal && (
        <p className="text-caution">
          {t("public.withdrawn", { day: day(withdrawal.on), reason: withdrawal.reason })}
        </p>
      )}
    </li>
  );
}
