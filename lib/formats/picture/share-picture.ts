import { publicPlan } from "@/db/queries/public/plans";
import type { Day } from "@/lib/domain/calendar/days";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { lightColours } from "@/lib/domain/tasks/lights";
import { widthOf, wrapText } from "@/lib/formats/drawn-text";
import { type Markup, markup } from "@/lib/formats/markup";
import { planSummary, type SummaryCount } from "@/lib/formats/plan-summary";
import { dueText } from "@/lib/formats/sentences";
import { palette } from "@/lib/formats/theme";
import { countPlan, type PlanCounts } from "@/lib/public/plan-counts";
import { findTask } from "@/lib/public/scope";
import { siteWords } from "@/lib/site-words";
import { type Words, wordsIn } from "@/lib/words";
import { defaultLocale, type Locale, nameIn } from "@/messages/locales";
import { drawPicture, shapeAt, textAt } from "./picture";

type Drawing = { site: { name: string }; words: Words };

/** A line of 30 points across the picture. */
const inOneLine = (text: string) => wrapText(text, 1080 / 30, 1).join("");

/** A plan in a picture to share, as PNG in a language; null when there is none. */
export async function planPicture(slug: string, asOf: Day, locale: Locale = defaultLocale) {
  const plan = await publicPlan(slug, asOf);
  if (!plan) return null;
  const [counts, site] = await Promise.all([countPlan(slug, asOf), siteWords(locale)]);
  return drawPlan(plan, counts, asOf, { site, words: wordsIn(locale) });
}

/** A task in a picture to share, as PNG in a language; null when there is none. */
export async function taskPicture(code: string, asOf: Day, locale: Locale = defaultLocale) {
  const task = await findTask(code, asOf);
  return task && drawTask(task, asOf, { site: await siteWords(locale), words: wordsIn(locale) });
}

/** A task in a picture: its title, light, percentage, lead unit and due day. */
export function drawTask(
  task: ListedTask,
  asOf: Day,
  { site, words }: Drawing,
): Promise<Uint8Array<ArrayBuffer>> {
  const { say, day, locale } = words;
  const unit = task.lead ? nameIn(locale, task.lead, task.leadEn) : task.ownerVerbatim;
  const lead = unit ?? say("owner.none");
  const facts = [
    say("formats.lead", { lead }),
    say("formats.due", { day: dueText(task.deadline, { say, day }) }),
  ];
  return drawPicture({
    above: inOneLine(`${site.name} · ${nameIn(locale, task.plan.shortTitle, task.plan.titleEn)}`),
    below: say("formats.asOf", { day: day(asOf) }),
    mark: task.isDemo ? say("site.demoTag") : null,
    body: markup`${titleLines(nameIn(locale, task.title, task.titleEn))}
${task.isTracked ? drawHealth(392, task.health, say) : null}
${wrapText(facts.join(" · "), 33, 1).map((line) => textAt({ x: 60, y: 506, size: 32, fill: palette.muted }, line))}`,
  });
}

/** A plan in a picture: its title and how many of its measures stand how. */
function drawPlan(
  plan: { title: string; titleEn: string | null },
  counts: PlanCounts,
  asOf: Day,
  { site, words }: Drawing,
): Promise<Uint8Array<ArrayBuffer>> {
  const { say, day, locale } = words;
  const { sentence, total, parts } = planSummary(counts);
  return drawPicture({
    above: inOneLine(`${site.name} · ${say(sentence, { count: total })}`),
    below: say("formats.asOf", { day: day(asOf) }),
    mark: counts.isDemo ? say("site.demoTag") : null,
    body: markup`${titleLines(nameIn(locale, plan.title, plan.titleEn))}
${parts.map((part, index) => countAt(60 + (index * 1080) / parts.length, part, say))}`,
  });
}

/** Three lines at most: one or two in large letters, three in smaller ones. */
function titleLines(title: string): Markup[] {
  const large = wrapText(title, 1080 / 64, 3);
  const [lines, size] = large.length < 3 ? [large, 64] : [wrapText(title, 1080 / 54, 3), 54];
  return lines.map((line, index) =>
    textAt({ x: 60, y: 182 + index * size * 1.35, size, bold: true }, line),
  );
}

function drawHealth(
  y: number,
  { light, percent }: ListedTask["health"],
  say: Words["say"],
): Markup {
  const { text, tint } = lightColours[light];
  const word = say(`lights.${light}`);
  const width = 96 + widthOf(word) * 42;
  const x = 60 + width + 40;
  const said = percent === null ? say("formats.noPercent") : say("formats.percent", { percent });
  return markup`<rect x="60" y="${y - 8}" width="${width}" height="68" rx="10" fill="${tint}"/>
${shapeAt(78, y + 4, 44, light)}${textAt({ x: 134, y: y + 41, size: 42, fill: text, bold: true }, word)}
${textAt({ x, y: y + 40, size: 38 }, said)}`;
}

function countAt(x: number, { light, label, count }: SummaryCount, say: Words["say"]): Markup {
  const fill = count === 0 ? palette.muted : lightColours[light].text;
  return markup`${textAt({ x, y: 440, size: 92, fill, bold: true }, String(count))}
${shapeAt(x, 468, 36, light)}${textAt({ x: x + 46, y: 498, size: 32 }, say(label))}`;
}
