import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import type { Day } from "@/lib/domain/calendar/days";
import type { LetterKind } from "@/lib/domain/letters/letters";

type Letter = { kind: LetterKind; body: string; sentOn: Day; dueOn: Day };

/** What a citizen wrote, as those read it who answer it or review the answer. */
export function LetterCard({ letter }: { letter: Letter }) {
  const t = useTranslations("letters");
  const day = useDay();
  const { kind, body, sentOn, dueOn } = letter;
  return (
    <section aria-labelledby="letter" className="border-l-4 border-brand bg-paper p-4">
      <h2 id="letter" className="text-lg font-bold">
        {t("letter", { kind: t(`kinds.${kind}`) })}
      </h2>
      <p className="text-sm text-muted">
        {t("sentAndDue", { sent: day(sentOn), due: day(dueOn) })}
      </p>
      <p className="mt-2 whitespace-pre-line break-words">{body}</p>
      <p className="mt-2 text-sm text-muted">{t("private")}</p>
    </section>
  );
}
