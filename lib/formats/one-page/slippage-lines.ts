import type { Content } from "pdfmake";
import type { PublicChange } from "@/lib/domain/public/public-changes";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { palette } from "@/lib/formats/theme";
import { wordsIn } from "@/lib/words";
import { lineHeight, room, shapeOf, textIn } from "./print";

const { say, day } = wordsIn("zh-CN");

const size = 8.5;
const indent = 16;
const gap = 3;

/** No more have a line each, and no more are named. */
export const mostLines = 30;
export const mostNamed = 200;
/** So many moves at most. */
export const mostMoves = 6;

/** What slipped of a plan: how much there is of it, and of it what may have room. */
export type Slipped = {
  count: { late: number; moved: number };
  /** What is behind, the worst first: their codes, and the first `mostLines` of them whole. */
  codes: readonly string[];
  late: readonly ListedTask[];
  /** What was moved last. */
  moved: readonly PublicChange[];
};

type Lines = { content: Content[]; height: number };

/**
 * What is behind, the worst first, then what was moved last, in so many points: a line each, whole where there is room, else
 * cut to one; and what is behind and has no line of its own is named by its code.
 */
export function slippageLines(slipped: Slipped, space: number): Lines {
  const { count, late, moved } = slipped;
  if (count.late + count.moved === 0)
    return stacked([plainLine(say("formats.onePage.nothingSlipped"), 1)]);
  const moves = moved.filter((change) => change.type === "due_moved");
  const linesOf = (most: number) => [
    ...late.map((task) => lateLine(task, most)),
    ...moves.map((move) => movedLine(move, most)),
  ];
  const whole = withRest(slipped, linesOf(2), space);
  if (whole.height <= space) return whole;
  const lines = linesOf(1);
  for (let shown = lines.length; shown > 0; shown -= 1) {
    const cut = withRest(slipped, lines.slice(0, shown), space);
    if (cut.height <= space) return cut;
  }
  return withRest(slipped, [], space);
}

/** Those lines, and who has none. */
function withRest({ count, codes, late }: Slipped, lines: readonly Line[], space: number): Lines {
  const told = Math.min(lines.length, late.length);
  const [lateLeft, movedLeft] = [count.late - told, count.moved - (lines.length - told)];
  const named = codes.slice(told);
  const key = named.length < lateLeft ? "moreLateOf" : "moreLate";
  const most = Math.max(Math.floor((space - gap) / (size * lineHeight)), 1);
  const rest = say(`formats.onePage.${key}`, { count: lateLeft, codes: named.join("、") });
  return stacked([
    ...lines,
    ...(lateLeft > 0 ? [plainLine(rest, most)] : []),
    ...(movedLeft > 0
      ? [plainLine(say("formats.onePage.moreMoved", { count: movedLeft }), 1)]
      : []),
  ]);
}

function stacked(lines: readonly Line[]): Lines {
  return {
    content: lines.map(({ content }) => content),
    height: lines.reduce((sum, { height }) => sum + height, 0),
  };
}

function lateLine({ title, code, lead, health }: ListedTask, most: number) {
  const { reason, behind, light } = health;
  const says = say(`reasons.${reason}`, { behind });
  const unit = lead ?? say("formats.onePage.noLead");
  const text = say("formats.onePage.late", { title, code, lead: unit, reason: says });
  return lineWith(shapeOf(light, 9), text, { most });
}

function movedLine({ title, code, from, to }: PublicChange & { type: "due_moved" }, most: number) {
  const text = say("formats.onePage.moved", { title, code, from: day(from), to: day(to) });
  return lineWith({ text: "→", fontSize: size, color: palette.muted }, text, { most });
}

function plainLine(text: string, most: number) {
  return lineWith("", text, { most, colour: palette.muted });
}

type Line = ReturnType<typeof lineWith>;

function lineWith(mark: Content, text: string, look: { most: number; colour?: string }) {
  const { content, height } = textIn(room.width - indent, text, { size, ...look });
  const sign = { width: indent, stack: [mark], margin: [0, 1.5, 0, 0] };
  const columns = mark === "" ? [content] : [sign, content];
  return { content: { columns, margin: [0, 0, 0, gap] } as Content, height: height + gap };
}
