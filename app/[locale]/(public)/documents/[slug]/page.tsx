import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Breadcrumb } from "@/components/breadcrumb";
import { DocumentExtras } from "@/components/document-extras";
import { DocumentFacts } from "@/components/document-facts";
import { DocumentText } from "@/components/document-text";
import { publicDocument } from "@/db/queries/public-documents";
import { askedDay } from "@/lib/as-of";
import { splitIntoClauses } from "@/lib/domain/clauses";
import { listPublicTasks } from "@/lib/public-tasks";
import { PublicPage } from "../../public-page";

type Props = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<{ asof?: string }>;
};

const findDocument = cache(async (slug: string) => (await publicDocument(slug)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findDocument((await params).slug)).title };
}

export default async function DocumentPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const when = await askedDay(await searchParams);
  const [document, tasks] = await Promise.all([findDocument(slug), listPublicTasks(when.asOf)]);
  const own = tasks.filter((task) => task.document.slug === slug);
  const clauses = own.map(({ code, place }) => ({ code, start: place.start, end: place.end }));
  const plans = new Map(own.map(({ plan }) => [plan.slug, plan]));
  return (
    <PublicPage path={`/documents/${slug}`} when={when}>
      <Breadcrumb
        steps={[...plans.values()].map((plan) => ({
          href: `/plans/${plan.slug}`,
          title: plan.shortTitle,
        }))}
      />
      <article className="max-w-4xl">
        <DocumentFacts document={document} />
        <DocumentText paragraphs={splitIntoClauses(document.text, clauses)} />
        <DocumentExtras excluded={document.excluded} indicators={document.indicators} />
      </article>
    </PublicPage>
  );
}
