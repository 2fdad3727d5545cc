import { getTranslations } from "next-intl/server";
import { LetterList } from "@/components/letters/letter-list";
import { listLetters } from "@/db/queries/letters/letters";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import type { Letter } from "@/lib/domain/letters/letters";

export async function generateMetadata() {
  return { title: (await getTranslations("letters"))("listTitle") };
}

export default async function LettersPage() {
  const actor = await requirePermission("/work/letters", "letter.read");
  const [t, all] = await Promise.all([
    getTranslations("letters"),
    listLetters(actor, await currentDay()),
  ]);
  const isOpen = ({ answeredOn, erasure }: Letter) => answeredOn === null && erasure === null;
  const open = all.filter(isOpen);
  const done = all.filter((letter) => !isOpen(letter));
  const late = open.filter(({ daysLate }) => daysLate > 0);
  return (
    <>
      <h1 className="text-2xl font-bold">{t("listTitle")}</h1>
      <p className="mt-1 text-muted">
        {t("listSummary", {
          open: open.length,
          late: late.length,
          answered: all.filter(({ answeredOn }) => answeredOn !== null).length,
        })}
      </p>
      <LetterList heading={t("open", { count: open.length })} letters={open} />
      <LetterList heading={t("done", { count: done.length })} letters={done} />
    </>
  );
}
