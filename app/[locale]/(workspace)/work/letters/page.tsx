import { getTranslations } from "next-intl/server";
import { LetterList } from "@/components/letters/letter-list";
import { Pages } from "@/components/ui/pages";
import { lettersPage } from "@/db/queries/letters/letters";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import type { Query } from "@/lib/domain/inputs";
import type { Letter } from "@/lib/domain/letters/letters";

export async function generateMetadata() {
  return { title: (await getTranslations("letters"))("listTitle") };
}

type Props = { searchParams: Promise<Query> };

export default async function LettersPage({ searchParams }: Props) {
  const actor = await requirePermission("letter.read");
  const [t, found] = await Promise.all([
    getTranslations("letters"),
    lettersPage(actor, await currentDay(), (await searchParams).page),
  ]);
  // Each heading counts all of its own; a page of them is shown.
  const { counts, letters, page, pages } = found;
  const isOpen = ({ answeredOn, erasure }: Letter) => answeredOn === null && erasure === null;
  return (
    <>
      <h1 className="text-2xl font-bold">{t("listTitle")}</h1>
      <p className="mt-1 text-muted">{t("listSummary", counts)}</p>
      <LetterList
        id="open"
        heading={t("open", { count: counts.open })}
        count={counts.open}
        letters={letters.filter(isOpen)}
      />
      <LetterList
        id="done"
        heading={t("done", { count: counts.done })}
        count={counts.done}
        letters={letters.filter((letter) => !isOpen(letter))}
      />
      <Pages page={page} pages={pages} hrefOf={(number) => `/work/letters?page=${number}`} />
    </>
  );
}
