import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { LettersNote } from "@/components/letters/letters-note";
import { Button } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import { letterByReceipt } from "@/db/queries/letters/letters";
import { loadSiteSettings } from "@/db/queries/site-settings";
import { currentDay } from "@/lib/clock";
import { oneText, type Query } from "@/lib/domain/inputs";
import { readReceiptNumber } from "@/lib/domain/letters/receipt-numbers";
import { localePath } from "@/messages/locales";
import { PublicPage } from "../public-page";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("letters.find"))("title"), robots: { index: false } };
}

/** Finds a letter again by its receipt number. */
export default async function FindLetterPage({ searchParams }: Props) {
  const typed = oneText((await searchParams).receipt);
  const receipt = typed === undefined ? null : readReceiptNumber(typed);
  const locale = await getLocale();
  if (receipt && (await letterByReceipt(receipt, await currentDay())))
    redirect(localePath(locale, `/letters/${receipt}`));
  const t = await getTranslations("letters.find");
  const error = typed === undefined ? undefined : t(receipt ? "none" : "malformed");
  return (
    <PublicPage path="/letters">
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-2 max-w-2xl text-muted">{t("hint")}</p>
      <LettersNote words={(await loadSiteSettings()).settings.lettersNote} />
      <form method="get" className="mt-4 max-w-md space-y-4">
        <Field id="receipt" label={t("number")} hint={t("example")} error={error}>
          {(described) => (
            <input
              {...described}
              name="receipt"
              required
              autoComplete="off"
              autoCapitalize="characters"
              defaultValue={(typed ?? "").slice(0, 60)}
              className={inputStyle}
            />
          )}
        </Field>
        <Button type="submit">{t("open")}</Button>
      </form>
    </PublicPage>
  );
}
