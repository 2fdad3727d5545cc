import type { Content } from "pdfmake";
import type { PublicChange } from "@/lib/domain/public/public-changes";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { palette } from "@/lib/formats/theme";
import { wordsIn } from "@/lib/words";
import { room, shapeOf, textIn } from "./print";

const { say, day } = wordsIn("zh-CN");

const most = 6;
const size = 8.5;
const indent = 16;
const gap = 3;

/** What is behind, the worst first, then what was moved last; a line each. */
export function slippageLines(tasks: readonly ListedTask[], changes: readonly PublicChange[]) {
  const late = (["red", "yellow"] as const).flatMap((light) =>
    tasks.filter(({ isTracked, health }) => isTracked && health.light === light),
  );
  const moved = changes.filter((change) => change.type === "due_moved");
  const lines = [...late.map(lateLine), ...moved.map(movedLine)];
  const shown = lines.slice(0, lines.length > most ? most - 1 : most);
  const rest = lines.length - shown.length;
  if (lines.length === 0) shown.push(plainLine(say("formats.onePage.nothingSlipped")));
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
