import type { Content } from "pdfmake";
import type { PublicChange } from "@/lib/domain/public/public-changes";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { palette } from "@/lib/formats/theme";
import { wordsIn } from "@/lib/words";
import { room, shapeOf, textIn } from "./print";

const { say, day } = wordsIn("zh-CN");

/** So many lines at most. */
export const mostSlipped = 6;
const size = 8.5;
const indent = 16;
const gap = 3;

/** What slipped of a plan: how much there is of it, and the first few. */
export type Slipped = {
  count: number;
  /** What is behind, the worst first. */
  late: readonly ListedTask[];
  /** What was moved last. */
  moved: readonly PublicChange[];
};

/** What is behind, the worst first, then what was moved last; a line each. */
export function slippageLines({ count, late, moved }: Slipped) {
  const moves = moved.filter((change) => change.type === "due_moved");
  const lines = [...late.map(lateLine), ...moves.map(movedLine)];
  const shown = lines.slice(0, count > mostSlipped ? mostSlipped - 1 : mostSlipped);
  const rest = count - shown.length;
  if (count === 0) shown.push(plainLine(say("formats.onePage.nothingSlipped")));
  if (rest > 0) shown.push(plainLine(say("formats.onePage.more", { count: rest })));
  return {
    content: shown.map(({ content }) => content),
    height: shown.reduce((sum, { height }) => sum + height, 0),
  };
}

function lateLine({ title, code, lead, health }: ListedTask) {
  const { reason, behind, light } = health;
  const says = say(`reasons.${reason}`, { behind });
  const unit = lead ?? say("formats.onePage.noLead");
  const text = say("formats.onePage.late", { title, code, lead: unit, reason: says });
  return lineWith(shapeOf(light, 9), text);
}

function movedLine({ title, code, from, to }: PublicChange & { type: "due_moved" }) {
  const text = say("formats.onePage.moved", { title, code, from: day(from), to: day(to) });
  return lineWith({ text: "→", fontSize: size, color: palette.muted }, text);
}

function plainLine(text: string) {
  return lineWith("", text, palette.muted);
}

function lineWith(mark: Content, text: string, colour?: string) {
  const { content, height } = textIn(room.width - indent, text, { size, most: 2, colour });
  const sign = { width: indent, stack: [mark], margin: [0, 1.5, 0, 0] };
  const columns = mark === "" ? [content] : [sign, content];
  return { content: { columns, margin: [0, 0, 0, gap] }, height: height + gap };
}
