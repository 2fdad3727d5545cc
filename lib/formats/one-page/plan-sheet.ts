import type { Content } from "pdfmake";
import { publicPlan } from "@/db/queries/public/plans";
import type { PublicPlan } from "@/db/queries/public/public";
import { changesOfPlan } from "@/db/queries/public/public-changes";
import { addressOf } from "@/lib/address";
import { type Day, endOfDay } from "@/lib/domain/calendar/days";
import type { PublicChange } from "@/lib/domain/public/public-changes";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { drawnText } from "@/lib/formats/drawn-text";
import { palette } from "@/lib/formats/theme";
import { listPublicTasks } from "@/lib/public/public-tasks";
import { wordsIn } from "@/lib/words";
import { lineHeight, margin, print, room, textIn } from "./print";
import { slippageLines } from "./slippage-lines";
import { summaryBox } from "./summary-box";
import { taskTable } from "./task-table";

const { say, day } = wordsIn("zh-CN");

type Source = {
  plan: Pick<PublicPlan, "slug" | "title" | "documentTitle" | "issuer">;
  tasks: readonly ListedTask[];
  changes: readonly PublicChange[];
  asOf: Day;
};

/** Rounding, and the rules between rows. */
const reserve = 14;
const gap = 12;

/** A plan on one sheet of A4 as it stood at the end of a day, as PDF in Chinese; null when there is none. */
export async function planSheet(slug: string, asOf: Day) {
  const plan = await publicPlan(slug, asOf);
  if (!plan) return null;
  const [tasks, changes] = await Promise.all([
    listPublicTasks(asOf, slug),
    changesOfPlan(slug, asOf),
  ]);
  return printPlan({ plan, tasks, changes, asOf });
}

/** A plan on one sheet of A4: how it stands, its tasks, what slipped, and where to read on. */
export function printPlan({
  plan,
  tasks,
  changes,
  asOf,
}: Source): Promise<Uint8Array<ArrayBuffer>> {
  const isDemo = tasks.some((task) => task.isDemo);
  const title = textIn(room.width, plan.title, { size: 17, most: 2, bold: true });
  const source = [
    say("formats.onePage.source", { title: plan.documentTitle }),
    say("formats.onePage.issuer", { issuer: plan.issuer }),
  ].map((text) => textIn(room.width, text, { size: 9, most: 1, colour: palette.muted }));
  const summary = summaryBox(tasks, asOf);
  const slippage = slippageLines(tasks, changes);
  const above = [title, ...source, summary];
  const taken = [...above, slippage].reduce((sum, { height }) => sum + height, 0);
  const headings = 2 * (gap + 11 * lineHeight + 4) + gap;
  const moreLine = 9 * lineHeight + 4;
  const table = taskTable(tasks, room.height - taken - headings - moreLine - reserve);
  return print({
    title: drawnText(plan.title),
    subject: say("formats.asOf", { day: day(asOf) }),
    writtenAt: endOfDay(asOf),
    footer: footer(addressOf(`/plans/${encodeURIComponent(plan.slug)}`), isDemo),
    content: [
      ...above.map(({ content }) => content),
      heading("formats.onePage.tasks"),
      table.content,
      ...(table.leftOut === 0 ? [] : [moreTasks(table.leftOut)]),
      heading("formats.onePage.slipped"),
      ...slippage.content,
    ],
  });
}

function heading(key: string): Content {
  return { text: say(key), fontSize: 11, bold: true, color: palette.brand, margin: [0, gap, 0, 4] };
}

function moreTasks(count: number): Content {
  const text = say("formats.onePage.more", { count });
  return { text, fontSize: 9, color: palette.muted, margin: [4, 4, 0, 0] };
}

function footer(url: string, isDemo: boolean): Content {
  const address = { text: say("formats.onePage.address", { url }), link: url, width: "*" };
  const mark = { text: say("formats.onePage.demo"), width: "auto", bold: true };
  return {
    columns: isDemo ? [address, mark] : [address],
    fontSize: 8,
    color: palette.muted,
    margin: [margin.side, 14, margin.side, 0],
  };
}
