import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { FollowUpReceipt } from "@/components/letters/follow-up";
import { FollowUpForm } from "@/components/letters/follow-up-form";
import { LetterReceipt } from "@/components/letters/letter-receipt";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { followUpOf } from "@/db/queries/letters/follow-ups";
import { answerToWriter, letterByReceipt } from "@/db/queries/letters/letters";
import { addressee } from "@/db/queries/letters/public-letters";
import { currentDay } from "@/lib/clock";
import type { Query } from "@/lib/domain/inputs";
import { followUpRefusal } from "@/lib/domain/letters/follow-ups";
import { readReceiptNumber } from "@/lib/domain/letters/receipt-numbers";
import { PublicPage } from "../../public-page";
import { followUp } from "./actions";

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
  const today = await currentDay();
  const [t, locale, answer, said, { letters, refusals, validation, work }] = await Promise.all([
    getTranslations("letters"),
    getLocale(),
    answerToWriter(letter),
    followUpOf(letter.id, today),
    getMessages(),
  ]);
  const given = said?.state === "answered" ? said.answer?.body : null;
  return (
    <PublicPage path={`/letters/${receipt}`}>
      <Breadcrumb links={[{ href: `/tasks/${letter.code}`, title: letter.title }]} />
      <h1 className="text-2xl font-bold">
        {t((await searchParams).new ? "receipt.thanks" : "receipt.title")}
      </h1>
      <LetterReceipt letter={letter} answer={answer} />
      <div className="mt-6 max-w-2xl">
        {said && <FollowUpReceipt followUp={{ ...said, answer: given ?? null }} />}
        {!followUpRefusal(letter, said !== null) && (
          <NextIntlClientProvider
            messages={{ letters, refusals, validation, work: { form: work.form } }}
          >
            <FollowUpForm
              receipt={receipt}
              locale={locale}
              answerWorkdays={(await addressee(letter.code))?.answerWorkdays ?? 0}
              send={followUp}
            />
          </NextIntlClientProvider>
        )}
      </div>
    </PublicPage>
  );
}
