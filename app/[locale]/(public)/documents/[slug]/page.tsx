import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { cache } from "react";
import { CorrectionLog } from "@/components/documents/correction-log";
import { DocumentExtras, DocumentFacts } from "@/components/documents/document-facts";
import { DocumentText } from "@/components/documents/document-text";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Pages } from "@/components/ui/pages";
import { clausesIn, countClauses, plansOfDocument } from "@/db/queries/public/document-tasks";
import { publicCorrections } from "@/db/queries/public/public";
import { publicDocument } from "@/db/queries/public/public-documents";
import { splitIntoClauses } from "@/lib/domain/documents/clauses";
import { textPages } from "@/lib/domain/documents/pages";
import type { Query } from "@/lib/domain/inputs";
import { pageOf } from "@/lib/domain/paging";
import { askedDay } from "@/lib/public/as-of";
import { pagePath } from "@/lib/public/page-path";
import { publicMetadata } from "@/lib/public/public-metadata";
import { PublicPage } from "../../public-page";

type Props = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<Query>;
};

const findDocument = cache(async (slug: string) => (await publicDocument(slug)) ?? notFound());

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params;
  const { asOf } = await askedDay(await searchParams);
  const [document, count, t, format] = await Promise.all([
    findDocument(slug),
    countClauses(asOf, slug),
    getTranslations("public.document"),
    getFormatter(),
  ]);
  const { title, kind, publishedOn } = document;
  const day = format.dateTime(new Date(`${publishedOn}T12:00:00+08:00`), { dateStyle: "long" });
  return publicMetadata({
    path: `/documents/${slug}`,
    title,
    description: t("about", { kind, day, count }),
  });
}

export default async function DocumentPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const query = await searchParams;
  const [document, when] = await Promise.all([findDocument(slug), askedDay(query)]);
  const { shown, page, pages } = pageOf(textPages(document.text), query.page, 1);
  const [part] = shown;
  if (!part) notFound();
  const [clauses, plans, corrections] = await Promise.all([
    clausesIn(when.asOf, slug, part),
    plansOfDocument(when.asOf, slug),
    publicCorrections({ documentSlug: slug }, when.asOf),
  ]);
  const paragraphs = splitIntoClauses(document.text, clauses).slice(part.first - 1, part.last);
  const path = `/documents/${slug}`;
  return (
    <PublicPage path={path} when={when}>
      <Breadcrumb
        links={plans.map((plan) => ({
          href: `/plans/${plan.slug}`,
          title: plan.shortTitle,
          titleEn: plan.titleEn,
        }))}
      />
      <article className="max-w-4xl">
        <DocumentFacts document={document} />
        <DocumentText
          paragraphs={paragraphs}
          lights={new Map(clauses.flatMap(({ code, light }) => (light ? [[code, light]] : [])))}
        />
        <Pages page={page} pages={pages} hrefOf={(to) => pagePath(path, when, to)} />
        <CorrectionLog corrections={corrections} />
        <DocumentExtras excluded={document.excluded} indicators={document.indicators} />
      </article>
    </PublicPage>
  );
}
