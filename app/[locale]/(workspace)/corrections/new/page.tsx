import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CorrectionForm } from "@/components/corrections/correction-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { correctionForm } from "@/db/queries/corrections";
import { requirePermission } from "@/lib/auth/session";
import { correctedSubjects } from "@/lib/domain/documents/corrections";
import { oneText, type Query } from "@/lib/domain/inputs";
import { propose } from "../actions";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.correction"))("title") };
}

export default async function NewCorrectionPage({ searchParams }: Props) {
  const query = await searchParams;
  const actor = await requirePermission("correction.propose");
  const subject = correctedSubjects.find((each) => each === query.subject) ?? notFound();
  const name = oneText(query.name) ?? notFound();
  const found = (await correctionForm(actor, subject, name)) ?? notFound();
  const { text: _, ...shown } = found.current;
  const t = await getTranslations("work.correction");
  return (
    <>
      <Breadcrumb links={[{ href: "/corrections", title: t("title") }]} />
      <h1 className="mb-4 text-2xl font-bold" lang="zh-CN">
        {t("newTitle", { title: found.title })}
      </h1>
      <div className="max-w-3xl">
        <CorrectionForm {...{ subject, name, propose }} current={shown} />
      </div>
    </>
  );
}
