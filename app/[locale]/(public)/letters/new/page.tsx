import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { LetterForm } from "@/components/letters/letter-form";
import { LettersNote } from "@/components/letters/letters-note";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { addressee } from "@/db/queries/letters/public-letters";
import { isMailOn } from "@/db/queries/mail";
import { loadSiteSettings } from "@/db/queries/site-settings";
import { codeSchema, type Query } from "@/lib/domain/inputs";
import { letterKinds } from "@/lib/domain/letters/letters";
import { PublicPage } from "../../public-page";
import { send } from "./actions";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("letters.new"))("title"), robots: { index: false } };
}

export default async function NewLetterPage({ searchParams }: Props) {
  const { task: asked, kind } = await searchParams;
  const code = codeSchema.safeParse(asked);
  const task = code.success ? await addressee(code.data) : null;
  if (!task) notFound();
  const t = await getTranslations("letters");
  const { letters, refusals, validation, work } = await getMessages();
  return (
    <PublicPage path={`/letters/new?task=${task.code}`}>
      <Breadcrumb links={[{ href: `/tasks/${task.code}`, title: task.title }]} />
      <h1 className="text-2xl font-bold">{t("new.title")}</h1>
      <p className="mt-2 max-w-2xl">
        {task.unit ? t("new.to") : t("new.toNobody")} <strong lang="zh-CN">{task.unit}</strong>
      </p>
      <p className="max-w-2xl text-muted">{t("new.promise", { days: task.answerWorkdays })}</p>
      <LettersNote words={(await loadSiteSettings()).settings.lettersNote} />
      <NextIntlClientProvider
        messages={{ letters, refusals, validation, work: { form: work.form } }}
      >
        <LetterForm
          code={task.code}
          kind={letterKinds.find((each) => each === kind) ?? ""}
          locale={await getLocale()}
          isMailOn={await isMailOn()}
          send={send}
        />
      </NextIntlClientProvider>
    </PublicPage>
  );
}
