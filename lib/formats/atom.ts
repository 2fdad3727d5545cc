import { Feed } from "feed";
import { publicReports } from "@/db/queries/public-reports";
import { publicSteps } from "@/db/queries/public-steps";
import type { Day } from "@/lib/domain/days";
import type { PublicStep } from "@/lib/domain/public-steps";
import type { Locale } from "@/messages/locales";
import { addressOf, ownHost } from "./address";
import { cleanText } from "./clean-text";
import { escapeMarkup } from "./markup";
import { findScope, type Scope } from "./scope";
import { stepSentence } from "./step-sentence";
import { type Words, wordsIn } from "./words";

const most = 60;

/** The public steps of a plan, a unit, a task or everything as an Atom feed (RFC 4287), newest first; null if there is no such thing. */
export async function atomFeed(scope: Scope, asOf: Day, locale: Locale): Promise<string | null> {
  const found = await findScope(scope, asOf);
  if (!found) return null;
  const words = wordsIn(locale);
  const steps = (await publicSteps(asOf, scope)).slice(0, most);
  const own = found.path === "/" ? "" : found.path;
  const feed = new Feed({
    id: tag(`${own}/feed`),
    title: cleanText([words.say("site.name"), found.name].filter(Boolean).join(" · ")),
    description: words.say("site.description"),
    link: addressOf(found.path, locale),
    language: locale,
    copyright: words.say("site.name"),
    updated: new Date(steps[0]?.at ?? 0),
    feedLinks: { atom: addressOf(`${own}/feed.atom`) },
  });
  const texts = await reportTexts(steps, asOf);
  for (const step of steps)
    feed.addItem({
      id: tag(`/tasks/${step.code}/${step.type}/${step.at}`),
      title: cleanText(`${step.title}：${stepSentence(step, words)}`),
      link: addressOf(`/tasks/${step.code}`, locale),
      date: new Date(step.at),
      content: contentOf(step, texts, words),
    });
  return feed.atom1();
}

/** A name that never changes (RFC 4151). */
function tag(path: string): string {
  return `tag:${ownHost()},2024:${path}`;
}

function contentOf(step: PublicStep, texts: Map<string, string>, words: Words): string {
  const lines = [
    stepSentence(step, words),
    step.type === "report" && texts.get(`${step.code} ${step.day}`),
    step.isDemo && words.say("site.demoTag"),
  ];
  const paragraphs = lines.flatMap((line) => (line ? cleanText(line).split("\n") : []));
  return paragraphs.map((line) => `<p>${escapeMarkup(line)}</p>`).join("");
}

/** The words of the reports that are told of, by task and day of publication. Withdrawn ones have none. */
async function reportTexts(steps: readonly PublicStep[], asOf: Day) {
  const codes = new Set(steps.flatMap(({ type, code }) => (type === "report" ? [code] : [])));
  const texts = new Map<string, string>();
  await Promise.all(
    [...codes].map(async (code) => {
      for (const { progress, publishedOn } of await publicReports(code, asOf))
        if (progress) texts.set(`${code} ${publishedOn}`, progress);
    }),
  );
  return texts;
}
