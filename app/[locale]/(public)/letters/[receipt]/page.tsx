import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LetterReceipt } from "@/components/letters/letter-receipt";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { answerToWriter, letterByReceipt } from "@/db/queries/letters/letters";
import { currentDay } from "@/lib/clock";
import type { Query } from "@/lib/domain/inputs";
import { readReceiptNumber } from "@/lib/domain/letters/receipt-numbers";
import { PublicPage } from "../../public-page";

type Props = {
  params: Promise<{ receipt: string }>;
  searchParams: Promise<Query>;
};

export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

/** What became of a letter. The number is the only key to it. */
export default async function ReceiptPage({ params, searchParams }: Props) {
  const receipt = readReceiptNumber((await params).receipt);
  const letter = receipt && (await letterByReceipt(receipt, await currentDay()));
  if (!letter) notFound();
  const [t, answer] = await Promise.all([getTranslations("letters"), answerToWriter(letter)]);
  return (
    <PublicPage path={`/letters/${receipt}`}>
      <Breadcrumb links={[{ href: `/tasks/${letter.code}`, title: letter.title }]} />
      <h1 className="text-2xl font-bold">
        {t((await searchParams).new ? "receipt.thanks" : "receipt.title")}
      </h1>
      <LetterReceipt letter={letter} answer={answer} />
    </PublicPage>
  );
}
