import { Feed } from "feed";
import { pageOfChanges } from "@/db/queries/public/change-pages";
import { addressOf, ownHost } from "@/lib/address";
import type { Day } from "@/lib/domain/calendar/days";
import { nameOfChange, type PublicChange } from "@/lib/domain/public/public-changes";
import { findScope, type Scope } from "@/lib/public/scope";
import { type SiteWords, siteWords } from "@/lib/site-words";
import { type Words, wordsIn } from "@/lib/words";
import { type Locale, localePath, nameIn } from "@/messages/locales";
import { cleanText, escapeMarkup } from "./markup";
import { type ReportText, reportTexts } from "./report-texts";
import { changeSentence } from "./sentences";

const most = 60;

/** The public changes of a plan, a unit, a task or everything as an Atom feed (RFC 4287), newest first; null if there is no such thing. */
export async function atomFeed(scope: Scope, asOf: Day, locale: Locale): Promise<string | null> {
  const found = await findScope(scope, asOf);
  if (!found) return null;
  const changes = (await pageOfChanges(asOf, scope, { limit: most }))?.changes ?? [];
  const [reports, site] = await Promise.all([reportTexts(changes, asOf), siteWords(locale)]);
  return writeAtom({ ...found, changes, reports, site }, locale);
}

type Source = {
  name: string | null;
  nameEn?: string | null;
  path: string;
  changes: readonly PublicChange[];
  reports: Map<PublicChange, ReportText>;
  site: SiteWords;
};

/** The same changes have the same bytes whenever they are asked for. */
export function writeAtom(
  { name, nameEn, path, changes, reports, site }: Source,
  locale: Locale,
): string {
  const words = wordsIn(locale);
  const own = path === "/" ? "" : path;
  const feed = new Feed({
    id: tag(localePath(locale, `${own}/feed`)),
    title: cleanText([site.name, name && nameIn(locale, name, nameEn)].filter(Boolean).join(" · ")),
    description: site.description,
    link: addressOf(path, locale),
    author: { name: site.title, link: addressOf("/", locale) },
    generator: false,
    // A change is the newest news, whether its own or that its words were taken back.
    updated: new Date(changes[0]?.at ?? 0),
    feedLinks: { atom: addressOf(`${own}/feed.atom`, locale) },
  });
  for (const change of changes) {
    const report = reports.get(change);
    feed.addItem({
      id: tag(localePath(locale, `/tasks/${encodeURI(nameOfChange(change))}`)),
      // The library marks titles as HTML.
      title: escapeMarkup(cleanText(titleOf(change, words, locale))),
      link: addressOf(`/tasks/${encodeURIComponent(change.code)}`, locale),
      date: new Date(report?.changedAt ?? change.at),
      published: new Date(change.at),
      content: contentOf(change, report?.text ?? null, words),
    });
  }
  return feed.atom1();
}

function titleOf(change: PublicChange, words: Words, locale: Locale): string {
  const title = nameIn(locale, change.title, change.titleEn);
  return words.say("formats.changeTitle", { title, sentence: changeSentence(change, words) });
}

/** A name that never changes (RFC 4151). */
function tag(path: string): string {
  return `tag:${ownHost()},2024:${path}`;
}

function contentOf(change: PublicChange, text: string | null, words: Words): string {
  const lines = [changeSentence(change, words), text, change.isDemo && words.say("site.demoTag")];
  const paragraphs = lines.flatMap((line) => (line ? cleanText(line).split("\n") : []));
  return paragraphs.map((line) => `<p>${escapeMarkup(line)}</p>`).join("");
}
