import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useDay } from "@/components/ui/day";
import type { Letter } from "@/lib/domain/letters/letters";

type ListProps = { id: string; heading: string; count: number; letters: Letter[] };

/** Letters by their task, without their words: those open their own page. */
export function LetterList({ id, heading, count, letters }: ListProps) {
  const t = useTranslations("letters");
  const day = useDay();
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby={id} data-total={count} className="mt-6">
      <h2 id={id} className="text-lg font-bold">
        {heading}
      </h2>
      <ul className="mt-2 divide-y divide-line border border-line bg-paper">
        {letters.map((letter) => (
          <li
            key={letter.id}
            className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2 text-sm"
          >
            <Anchor
              href={`/work/letters/${letter.id}`}
              lang="zh-CN"
              className="flex-[1_1_16rem] text-base"
            >
              {letter.code} {letter.title}
            </Anchor>
            <span className="text-muted">
              {t(`kinds.${letter.kind}`)} ·{" "}
              {letter.unit ? <span lang="zh-CN">{letter.unit}</span> : t("noUnit")} ·{" "}
              {t("sent", { day: day(letter.sentOn) })}
            </span>
            <LetterProgress letter={letter} />
            {letter.followUp && (
              <strong className={letter.followUp === "answered" ? undefined : "text-caution"}>
                {t("followUp.tag", { state: letter.followUp })}
              </strong>
            )}
            <p className="line-clamp-1 w-full text-muted">
              <LetterBody letter={letter} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a citizen wrote, or that it has been erased, when and why. */
export function LetterBody({ letter }: { letter: Pick<Letter, "body" | "erasure"> }) {
  const t = useTranslations("letters.erased");
  const day = useDay();
  const { body, erasure } = letter;
  return erasure ? t(erasure.cause, { day: day(erasure.on) }) : body;
}

type CardLetter = Pick<Letter, "kind" | "body" | "sentOn" | "dueOn" | "erasure">;

/** What a citizen wrote, as those read it who answer it or review the answer. */
export function LetterCard({ letter }: { letter: CardLetter }) {
  const t = useTranslations("letters");
  const day = useDay();
  const { kind, sentOn, dueOn } = letter;
  return (
    <section aria-labelledby="letter" className="border-l-4 border-brand bg-paper p-4">
      <h2 id="letter" className="text-lg font-bold">
        {t("letter", { kind: t(`kinds.${kind}`) })}
      </h2>
      <p className="text-sm text-muted">
        {t("sentAndDue", { sent: day(sentOn), due: day(dueOn) })}
      </p>
      <p className="mt-2 whitespace-pre-line break-words">
        <LetterBody letter={letter} />
      </p>
      <p className="mt-2 text-sm text-muted">{t("private")}</p>
    </section>
  );
}

type Progress = Pick<
  Letter,
  "answerStatus" | "answeredOn" | "workdaysLeft" | "daysLate" | "stage" | "erasure"
>;

/** How far the answer is, and how long there is to give it or by how much it is late. */
export function LetterProgress({ letter }: { letter: Progress }) {
  const t = useTranslations("letters.progress");
  const day = useDay();
  const erased = useTranslations("letters.erased");
  const { answerStatus, answeredOn, workdaysLeft, daysLate, stage, erasure } = letter;
  if (stage === "erased" && erasure)
    return <span>{erased("request", { day: day(erasure.on) })}</span>;
  if (answeredOn !== null)
    return (
      <span>
        {t("answered", { day: day(answeredOn) })}
        {daysLate > 0 && t("answeredLate", { days: daysLate })}
      </span>
    );
  return (
    <span>
      <strong className={daysLate > 0 ? "text-alarm" : "text-caution"}>
        {daysLate > 0 ? t("overdue", { days: daysLate }) : t("left", { days: workdaysLeft })}
      </strong>
      {" · "}
      {t("answer", { status: answerStatus ?? "none" })}
    </span>
  );
}
