import { addressOf } from "@/lib/address";
import type { Day } from "@/lib/domain/calendar/days";
import { type MapFile, type MappedPage, mapFiles, pagesMapped } from "@/lib/public/site-map";
import { locales } from "@/messages/locales";
import { type Markup, markup } from "./markup";

const protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The map of the site for search engines (sitemaps.org): an index of the files that name its pages. */
export async function siteMap(today: Day): Promise<string> {
  const files = await mapFiles(today);
  return `${head}${markup`<sitemapindex xmlns="${protocol}">${files.map(fileOf)}</sitemapindex>`}\n`;
}

function fileOf({ path, updatedOn }: MapFile): Markup {
  return markup`
<sitemap><loc>${addressOf(path)}</loc>${newsOf(updatedOn)}</sitemap>`;
}

/** One of those files: its pages, each in both languages; null where there is no such file. */
export async function siteMapFile(name: string, today: Day): Promise<string | null> {
  const pages = await pagesMapped(name, today);
  if (!pages) return null;
  return `${head}${markup`<urlset xmlns="${protocol}" xmlns:xhtml="http://www.w3.org/1999/xhtml">${pages.flatMap(inEveryLanguage)}
</urlset>`}\n`;
}

function inEveryLanguage({ path, updatedOn }: MappedPage): Markup[] {
  const others = locales.map(
    (each) =>
      markup`<xhtml:link rel="alternate" hreflang="${each}" href="${addressOf(path, each)}"/>`,
  );
  return locales.map(
    (locale) => markup`
<url><loc>${addressOf(path, locale)}</loc>${others}${newsOf(updatedOn)}</url>`,
  );
}

function newsOf(day: Day | null): Markup | null {
  return day === null ? null : markup`<lastmod>${day}</lastmod>`;
}
