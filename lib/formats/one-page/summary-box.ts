import type { Content } from "pdfmake";
import type { Day } from "@/lib/domain/calendar/days";
import { lightColours } from "@/lib/domain/tasks/lights";
import { planSummary, type SummaryCount } from "@/lib/formats/plan-summary";
import { palette } from "@/lib/formats/theme";
import type { PlanCounts } from "@/lib/public/plan-counts";
import type { Words } from "@/lib/words";
import { lineHeight, shapeOf } from "./print";

const size = { sentence: 10, count: 20, label: 9 };
const space = { above: 12, below: 4, inside: 6 };

/** How the plan stands in a sentence with the day of the data, and the counts beside each other in large figures. */
export function summaryBox(plan: PlanCounts, asOf: Day, { say, day }: Words) {
  const { sentence, total, parts } = planSummary(plan);
  const text = `${say(sentence, { count: total })} · ${say("formats.asOf", { day: day(asOf) })}`;
  const head = { text, fontSize: size.sentence, bold: true, margin: [0, 0, 0, space.below] };
  const counts = {
    table: { widths: parts.map(() => "*"), body: [parts.map((part) => countCell(part, say))] },
    layout,
  };
  const lines = size.sentence + size.count + size.label;
  return {
    content: { stack: [head, counts], margin: [0, space.above, 0, 0] },
    height: space.above + lines * lineHeight + space.below + 2 * space.inside,
  };
}

const layout = {
  fillColor: () => palette.wash,
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 10,
  paddingTop: () => space.inside,
  paddingBottom: () => space.inside,
};

function countCell({ light, label, count }: SummaryCount, say: Words["say"]): Content {
  const color = count === 0 ? palette.muted : lightColours[light].text;
  const sign = { width: 14, stack: [shapeOf(light, 10)], margin: [0, 1.5, 0, 0] };
  return {
    stack: [
      { text: String(count), fontSize: size.count, bold: true, color },
      { columns: [sign, { text: say(label), fontSize: size.label }] },
    ],
  };
}
