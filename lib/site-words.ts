import { loadSiteSettings } from "@/db/queries/site-settings";
import type { Locale } from "@/messages/locales";
import { wordsIn } from "./words";

export type SiteWords = { name: string; title: string; description: string };

/** What the site is called and says of itself, as far as the office has set it. */
export async function ownSiteWords(): Promise<Partial<SiteWords>> {
  const { name, title, intro } = (await loadSiteSettings()).settings;
  return {
    ...(name && { name }),
    ...(title && { title }),
    ...(intro && { description: intro }),
  };
}

/** The same for a file without a page, with our own words where the office has none. */
export async function siteWords(locale: Locale): Promise<SiteWords> {
  const { say } = wordsIn(locale);
  const ours = {
    name: say("site.name"),
    title: say("site.title"),
    description: say("site.description"),
  };
  return { ...ours, ...(await ownSiteWords()) };
}
