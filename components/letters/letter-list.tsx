import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useDay } from "@/components/ui/day";
import type { Day } from "@/lib/domain/calendar/days";
import type { LetterKind } from "@/lib/domain/letters/letters";
import { LetterProgress, type LetterState } from "./letter-progress";

type Letter = LetterState & {
  id: string;
  kind: LetterKind;
  code: string;
  title: string;
  body: string;
  unit: string | null;
  sentOn: Day;
};

/** Letters by their task, without their words: those open their own page. */
export function LetterList({ heading, letters }: { heading: string; letters: Letter[] }) {
  const t = useTranslations("letters");
  const day = useDay();
  if (letters.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="text-lg font-bold">{heading}</h2>
      <ul className="mt-2 divide-y divide-line border border-line bg-paper">
        {letters.map((letter) => (
          <li
            key={letter.id}
            className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2 text-sm"
          >
            <Anchor
              href={`/correspondence/${letter.id}`}
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
            <p className="line-clamp-1 w-full text-muted">{letter.body}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
