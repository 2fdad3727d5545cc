import type { Content } from "pdfmake";
import type { PublicChange } from "@/lib/domain/public/public-changes";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { wrapText } from "@/lib/formats/drawn-text";
import { palette } from "@/lib/formats/theme";
import type { Words } from "@/lib/words";
import { nameIn } from "@/messages/locales";
import { lineHeight, room, shapeOf, textIn } from "./print";

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
export function slippageLines(slipped: Slipped, space: number, words: Words): Lines {
  const { count, late, moved } = slipped;
  if (count.late + count.moved === 0)
    return stacked([plainLine(words.say("formats.onePage.nothingSlipped"), 1)]);
  const moves = moved.filter((change) => change.type === "due_moved");
  const linesOf = (most: number) => [
    ...late.map((task) => lateLine(task, most, words)),
    ...moves.map((move) => movedLine(move, most, words)),
  ];
  const whole = withRest(slipped, linesOf(2), space, words);
  if (whole.height <= space) return whole;
  const lines = linesOf(1);
  for (let shown = lines.length; shown > 0; shown -= 1) {
    const cut = withRest(slipped, lines.slice(0, shown), space, words);
    if (cut.height <= space) return cut;
  }
  return withRest(slipped, [], space, words);
}

/** Those lines, and who has none. */
function withRest(
  { count, codes, late }: Slipped,
  lines: readonly Line[],
  space: number,
  { say, locale }: Words,
): Lines {
  const told = Math.min(lines.length, late.length);
  const [lateLeft, movedLeft] = [count.late - told, count.moved - (lines.length - told)];
  const named = codes.slice(told);
  const key = named.length < lateLeft ? "moreLateOf" : "moreLate";
  const most = Math.max(Math.floor((space - gap) / (size * lineHeight)), 1);
  const rest = say(`formats.onePage.${key}`, {
    count: lateLeft,
    codes: named.join(locale === "en" ? ", " : "、"),
  });
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

function lateLine(task: ListedTask, most: number, { say, locale }: Words) {
  const { code, lead } = task;
  const { reason, behind, light } = task.health;
  const title = nameIn(locale, task.title, task.titleEn);
  const says = say(`reasons.${reason}`, { behind });
  const unit = lead ? nameIn(locale, lead, task.leadEn) : say("formats.onePage.noLead");
  const text = say("formats.onePage.late", { title, code, lead: unit, reason: says });
  const short = say("formats.onePage.lateInShort", { title, code, reason: says });
  return lineWith(shapeOf(light, 9), fits(text, most) ? text : short, { most });
}

/** Of a line that would be cut, its end would go: what is wrong. Whose it is stands in the table. */
const fits = (text: string, most: number) =>
  wrapText(text, (room.width - indent) / size, most + 1).length <= most;

function movedLine(
  move: PublicChange & { type: "due_moved" },
  most: number,
  { say, day, locale }: Words,
) {
  const { code, from, to } = move;
  const title = nameIn(locale, move.title, move.titleEn);
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
