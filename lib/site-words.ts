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

/** What stands where the office has no words of its own. */
export function standardSiteWords(locale: Locale): SiteWords {
  const { say } = wordsIn(locale);
  return {
    name: say("site.name"),
    title: say("site.title"),
    description: say("site.description"),
  };
}

/** The office's words for a file without a page, with our own where it has none. */
export async function siteWords(locale: Locale): Promise<SiteWords> {
  return { ...standardSiteWords(locale), ...(await ownSiteWords()) };
}
