import type { Content } from "pdfmake";
import { findCodes } from "@/db/queries/public/find";
import { firstTracked } from "@/db/queries/public/plan-tasks";
import { publicPlan } from "@/db/queries/public/plans";
import type { PublicPlan } from "@/db/queries/public/public";
import { movesOfPlan } from "@/db/queries/public/public-changes";
import { addressOf } from "@/lib/address";
import { type Day, endOfDay } from "@/lib/domain/calendar/days";
import { anything } from "@/lib/domain/public/public-search";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { drawnText } from "@/lib/formats/drawn-text";
import { palette } from "@/lib/formats/theme";
import { countPlan, type PlanCounts } from "@/lib/public/plan-counts";
import { listPublicCodes } from "@/lib/public/public-tasks";
import { type Words, wordsIn } from "@/lib/words";
import { defaultLocale, type Locale, nameIn } from "@/messages/locales";
import { lineHeight, margin, print, room, textIn } from "./print";
import { mostLines, mostMoves, mostNamed, type Slipped, slippageLines } from "./slippage-lines";
import { summaryBox } from "./summary-box";
import { mostRows, taskTable } from "./task-table";

type Source = {
  plan: Pick<PublicPlan, "slug" | "title" | "titleEn" | "documentTitle" | "issuer">;
  counts: PlanCounts;
  /** As `taskTable` takes them. */
  tasks: readonly ListedTask[];
  slipped: Slipped;
  asOf: Day;
  words: Words;
};

/** Rounding, and the rules between rows. */
const reserve = 14;
const gap = 12;

/** A plan on one sheet of A4 as it stood at the end of a day, as PDF in a language; null when there is none. */
export async function planSheet(slug: string, asOf: Day, locale: Locale = defaultLocale) {
  const plan = await publicPlan(slug, asOf);
  if (!plan) return null;
  const counts = await countPlan(slug, asOf);
  const [tasks, slipped] = await Promise.all([
    tasksOf(slug, counts, asOf),
    slippedOf(slug, counts, asOf),
  ]);
  return printPlan({ plan, counts, tasks, slipped, asOf, words: wordsIn(locale) });
}

const ask = (slug: string, asOf: Day) => ({
  ...{ asOf, concerned: [], isTracked: true },
  search: { ...anything, plan: slug },
});

/** No more of them than there is room for. */
async function tasksOf(slug: string, { all }: PlanCounts, asOf: Day) {
  const fits = all.total <= mostRows;
  const codes = await (fits ? findCodes(ask(slug, asOf)) : firstTracked(asOf, slug, mostRows));
  return listPublicCodes(asOf, codes);
}

async function slippedOf(slug: string, { all }: PlanCounts, asOf: Day): Promise<Slipped> {
  const asked = ask(slug, asOf);
  const light = ["red", "yellow"] as const;
  const search = { ...asked.search, light: [...light], order: "light" as const };
  const [codes, moves] = await Promise.all([
    findCodes({ ...asked, search }, { limit: mostNamed }),
    movesOfPlan(slug, asOf, mostMoves),
  ]);
  const late = await listPublicCodes(asOf, codes.slice(0, mostLines));
  const count = { late: all.behind + all.atRisk, moved: moves.count };
  return { count, codes, late, moved: moves.last };
}

/** A plan on one sheet of A4: how it stands, its tasks, what slipped, and where to read on. */
export function printPlan({
  plan,
  counts,
  tasks,
  slipped,
  asOf,
  words,
}: Source): Promise<Uint8Array<ArrayBuffer>> {
  const { say, day, locale } = words;
  const name = nameIn(locale, plan.title, plan.titleEn);
  const title = textIn(room.width, name, { size: 17, most: 2, bold: true });
  const source = [
    say("formats.onePage.source", { title: plan.documentTitle }),
    say("formats.onePage.issuer", { issuer: plan.issuer }),
  ].map((text) => textIn(room.width, text, { size: 9, most: 1, colour: palette.muted }));
  const above = [title, ...source, summaryBox(counts, asOf, words)];
  const taken = above.reduce((sum, { height }) => sum + height, 0);
  const headings = 2 * (gap + 11 * lineHeight + 4);
  const moreLine = 9 * lineHeight + 4;
  const space = room.height - taken - headings - moreLine - reserve;
  // What slipped has the room that it needs up to a half, and all that the tasks leave.
  const wished = slippageLines(slipped, space, words).height;
  const table = taskTable(tasks, counts.all.total, space - Math.min(wished, space / 2), words);
  const slippage = slippageLines(slipped, space - table.height, words);
  return print({
    title: drawnText(name),
    language: locale,
    subject: say("formats.asOf", { day: day(asOf) }),
    writtenAt: endOfDay(asOf),
    footer: footer(
      addressOf(`/plans/${encodeURIComponent(plan.slug)}`, locale),
      counts.isDemo,
      say,
    ),
    content: [
      ...above.map(({ content }) => content),
      heading(say("formats.onePage.tasks")),
      table.content,
      ...(table.leftOut === 0
        ? []
        : [moreTasks(say("formats.onePage.more", { count: table.leftOut }))]),
      heading(say("formats.onePage.slipped")),
      ...slippage.content,
    ],
  });
}

function heading(text: string): Content {
  return { text, fontSize: 11, bold: true, color: palette.brand, margin: [0, gap, 0, 4] };
}

function moreTasks(text: string): Content {
  return { text, fontSize: 9, color: palette.muted, margin: [4, 4, 0, 0] };
}

function footer(url: string, isDemo: boolean, say: Words["say"]): Content {
  const address = { text: say("formats.onePage.address", { url }), link: url, width: "*" };
  const mark = { text: say("formats.onePage.demo"), width: "auto", bold: true };
  return {
    columns: isDemo ? [address, mark] : [address],
    fontSize: 8,
    color: palette.muted,
    margin: [margin.side, 14, margin.side, 0],
  };
}
