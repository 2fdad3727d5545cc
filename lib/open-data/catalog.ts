import { createTranslator } from "next-intl";
import { updatesOfPlans } from "@/db/queries/public/overviews";
import { firstPublicDay, plansAfter, publicPlan } from "@/db/queries/public/plans";
import { addressOf } from "@/lib/address";
import { currentDay } from "@/lib/clock";
import type { Day } from "@/lib/domain/calendar/days";
import { queryOf } from "@/lib/public/find-tasks";
import { licence } from "@/lib/public/site-facts";
import { siteWords } from "@/lib/site-words";
import messages from "@/messages/zh-CN.json";
import { BadRequest, cutPage, nextAddress, requirePart } from "./paging";

const t = createTranslator({ locale: "zh-CN", messages });

const context = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  next: { "@id": "http://www.w3.org/ns/hydra/core#next", "@type": "@id" },
};

type Extent = { start: Day | null; end: Day; modified: Day; publisher: string };

/**
 * The site's data sets as DCAT 3: all tasks, and each plan by itself; of many plans the part that an address asks for, and the
 * address of the next. Refuses what makes no sense.
 */
export async function describeCatalog(address: URL) {
  const asOf = await currentDay();
  const { limit, after } = requirePart(queryOf(address.searchParams));
  if (after !== null && !(await publicPlan(after, asOf))) throw new BadRequest(["after"]);
  const [found, updates, start, site] = await Promise.all([
    plansAfter(asOf, after, limit + 1),
    updatesOfPlans(asOf),
    firstPublicDay(),
    siteWords("zh-CN"),
  ]);
  const { shown: plans, next } = cutPage(found, limit, ({ slug }) => slug);
  const everything = { title: t("openData.allTasks"), page: "/tasks", folder: "", query: "" };
  const extentOf = (slug?: string): Extent => {
    const last = slug === undefined ? [...updates.values()].toSorted().at(-1) : updates.get(slug);
    const modified = last ?? start ?? asOf;
    return { start, end: asOf, modified, publisher: site.name };
  };
  return {
    "@context": context,
    "@id": addressOf("/api/v1/catalog.jsonld"),
    "@type": "dcat:Catalog",
    "dct:title": text(site.title),
    "dct:description": text(site.description),
    ...terms("/open-data", extentOf()),
    "dcat:service": {
      "@id": addressOf("/api/v1/openapi.json"),
      "@type": "dcat:DataService",
      "dct:title": text(t("openData.service")),
      "dcat:endpointURL": link("/api/v1"),
      "dcat:endpointDescription": link("/api/v1/openapi.json"),
    },
    "dcat:dataset": [
      ...(after === null ? [dataset(everything, extentOf())] : []),
      ...plans.map(({ slug, title }) =>
        dataset(
          { title, page: `/plans/${slug}`, folder: `/plans/${slug}`, query: `?plan=${slug}` },
          extentOf(slug),
        ),
      ),
    ],
    next: nextAddress(address, next),
  };
}

type Source = { title: string; page: string; folder: string; query: string };

function dataset({ title, page, folder, query }: Source, extent: Extent) {
  return {
    "@id": addressOf(page),
    "@type": "dcat:Dataset",
    "dct:title": text(title),
    "dct:description": text(t("openData.datasetAbout", { title })),
    "dct:accrualPeriodicity": {
      "@id": "http://publications.europa.eu/resource/authority/frequency/CONT",
    },
    ...terms(page, extent),
    "dcat:distribution": [
      distribution("csv", "text/csv", `/api/v1/tasks.csv${query}`),
      distribution("json", "application/json", `/api/v1/tasks${query}`),
      distribution("atom", "application/atom+xml", `${folder}/feed.atom`),
      distribution("ics", "text/calendar", `${folder}/calendar.ics`),
    ],
  };
}

function distribution(format: "csv" | "json" | "atom" | "ics", type: string, path: string) {
  return {
    "@type": "dcat:Distribution",
    "dct:title": text(t(`openData.formats.${format}`)),
    "dcat:mediaType": { "@id": `https://www.iana.org/assignments/media-types/${type}` },
    "dcat:accessURL": link(path),
    "dcat:downloadURL": link(path),
    "dct:license": { "@id": licence },
  };
}

function terms(page: string, { start, end, modified, publisher }: Extent) {
  const day = (value: Day) => ({ "@type": "xsd:date", "@value": value });
  return {
    "dct:publisher": { "@type": "foaf:Agent", "foaf:name": text(publisher) },
    "dct:license": { "@id": licence },
    "dct:language": { "@id": "http://publications.europa.eu/resource/authority/language/ZHO" },
    "dct:modified": day(modified),
    "dct:temporal": {
      "@type": "dct:PeriodOfTime",
      ...(start && { "dcat:startDate": day(start) }),
      "dcat:endDate": day(end),
    },
    "dcat:landingPage": link(page),
  };
}

const text = (value: string) => ({ "@language": "zh-CN", "@value": value });
const link = (path: string) => ({ "@id": addressOf(path) });
