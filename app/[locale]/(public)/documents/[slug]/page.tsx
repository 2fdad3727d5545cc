import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { cache } from "react";
import { CorrectionLog } from "@/components/documents/correction-log";
import { DocumentExtras, DocumentFacts } from "@/components/documents/document-facts";
import { DocumentText } from "@/components/documents/document-text";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { publicCorrections } from "@/db/queries/public/public";
import { publicDocument } from "@/db/queries/public/public-documents";
import { splitIntoClauses } from "@/lib/domain/documents/clauses";
import type { Query } from "@/lib/domain/inputs";
import { askedDay } from "@/lib/public/as-of";
import { publicMetadata } from "@/lib/public/public-metadata";
import { listPublicDocument } from "@/lib/public/public-tasks";
import { PublicPage } from "../../public-page";

type Props = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<Query>;
};

const findDocument = cache(async (slug: string) => (await publicDocument(slug)) ?? notFound());

/** The tasks that a document sets, as they stand on the day that is asked for. */
const tasksOf = cache(async (slug: string, asof: Query[string]) => {
  const when = await askedDay({ asof });
  return { when, tasks: await listPublicDocument(when.asOf, slug) };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params;
  const [document, own, t, format] = await Promise.all([
    findDocument(slug),
    tasksOf(slug, (await searchParams).asof),
    getTranslations("public.document"),
    getFormatter(),
  ]);
  const { title, kind, publishedOn } = document;
  const count = own.tasks.filter(({ isTracked }) => isTracked).length;
  const day = format.dateTime(new Date(`${publishedOn}T12:00:00+08:00`), { dateStyle: "long" });
  return publicMetadata({
    path: `/documents/${slug}`,
    title,
    description: t("about", { kind, day, count }),
  });
}

export default async function DocumentPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const [document, { when, tasks: own }] = await Promise.all([
    findDocument(slug),
    tasksOf(slug, (await searchParams).asof),
  ]);
  const clauses = own.map(({ code, place }) => ({ code, start: place.start, end: place.end }));
  const plans = new Map(own.map(({ plan }) => [plan.slug, plan]));
  return (
    <PublicPage path={`/documents/${slug}`} when={when}>
      <Breadcrumb
        links={[...plans.values()].map((plan) => ({
          href: `/plans/${plan.slug}`,
          title: plan.shortTitle,
        }))}
      />
      <article className="max-w-4xl">
        <DocumentFacts document={document} />
        <DocumentText
          paragraphs={splitIntoClauses(document.text, clauses)}
          lights={
            new Map(own.flatMap((task) => (task.isTracked ? [[task.code, task.health.light]] : [])))
          }
        />
        <CorrectionLog corrections={await publicCorrections({ documentSlug: slug }, when.asOf)} />
        <DocumentExtras excluded={document.excluded} indicators={document.indicators} />
      </article>
    </PublicPage>
  );
}
