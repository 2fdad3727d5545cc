import type { Place } from "@/lib/domain/documents/quotes";
import type { Label, LabelForm } from "./labels";
import { lineKind } from "./line-kinds";
import type { Line, TableLines } from "./lines";

/** A numbered paragraph with all that belongs to it. The root of a part has no label. */
export type Node = {
  label: Label | null;
  /** What stands behind the label on its line; of the root, null. */
  first: Place | null;
  /** The unnumbered paragraphs that follow, up to the first child. */
  paragraphs: Line[];
  children: Node[];
  parent: Node | null;
};
export type Tree = { root: Node; tables: { rows: TableLines; under: Node }[] };

/**
 * The hierarchy of a part. A level is no fixed form: forms rank by the order in which the part first shows them. A number
 * in digits is a label only where it begins a count or goes on with one.
 */
export function treeOf(lines: readonly (Line | TableLines)[]): Tree {
  const hasNumbers = lines.some((line) => line.kind === "line" && line.label !== null);
  const root: Node = { label: null, first: null, paragraphs: [], children: [], parent: null };
  const tables: Tree["tables"] = [];
  let open: { form: LabelForm; node: Node }[] = [];
  let last = new Map<LabelForm, number>();
  /** What was open where a box began: the count outside goes on behind it. */
  let outside: { open: typeof open; last: typeof last } | null = null;
  for (const line of lines) {
    const above = open.at(-1)?.node ?? root;
    if (line.kind === "table") {
      tables.push({ rows: line, under: above });
      continue;
    }
    const label = line.label ?? (hasNumbers ? null : unnumbered(line));
    if (label !== null && outside !== null && goesOn(label, outside.last, last)) {
      ({ open, last } = outside);
      outside = null;
    }
    if (label?.form === "box") {
      outside ??= { open, last };
      const node = childOf(root, label, line);
      open = [{ form: "box", node }];
      last = new Map();
      continue;
    }
    if (label === null || !isCounted(label, last)) {
      above.paragraphs.push(line);
      continue;
    }
    const level = open.findIndex(({ form }) => form === label.form);
    if (level >= 0) for (const { form } of open.splice(level).slice(1)) forget(form, last);
    const parent = open.at(-1)?.node ?? root;
    const node = childOf(parent, label, line);
    open.push({ form: label.form, node });
    last.set(label.form, label.number);
  }
  return { root, tables };
}

/** A heading line of a part that numbers nothing. */
function unnumbered(line: Line): Label | null {
  const { start } = line.place;
  const isHeading = lineKind(line) === "heading" && !/[，,：:]/u.test(line.words);
  if (!isHeading || line.words.length > 24) return null;
  return { form: "heading", number: 1, name: line.words, start, end: start };
}

function childOf(parent: Node, label: Label, line: Line): Node {
  const first = { start: label.end, end: line.place.end };
  const node: Node = { label, first, paragraphs: [], children: [], parent };
  parent.children.push(node);
  return node;
}

/** Whether a label behind a box goes on with the count outside it rather than with the one inside. */
function goesOn(
  { form, number }: Label,
  outside: ReadonlyMap<LabelForm, number>,
  inside: ReadonlyMap<LabelForm, number>,
): boolean {
  if (form === "box" || number === (inside.get(form) ?? 0) + 1) return false;
  return number === (outside.get(form) ?? 0) + 1 || form === "han";
}

const loose: readonly LabelForm[] = ["arabic", "arabic_half_bracket", "is", "must", "ordinal"];

function isCounted({ form, number }: Label, last: ReadonlyMap<LabelForm, number>): boolean {
  if (form === "annex") return false;
  if (!loose.includes(form) || number === 1) return true;
  const before = last.get(form);
  return before === undefined
    ? form !== "arabic_half_bracket"
    : number > before && number - before <= 2;
}

/** Numbers that run on through the whole part are remembered: only those in brackets begin anew below each heading. */
function forget(form: LabelForm, last: Map<LabelForm, number>): void {
  if (form === "circle" || form === "arabic_bracket") last.delete(form);
}

/** Labels from the outermost in, joined by “/”. */
export function pathOf(node: Node): string {
  const names: string[] = [];
  for (let at: Node | null = node; at?.label; at = at.parent) names.unshift(at.label.name);
  return names.join("/");
}

/** The end of all that belongs to a node, its children included. */
export function endOf(node: Node): number {
  const child = node.children.at(-1);
  if (child) return endOf(child);
  return node.paragraphs.at(-1)?.place.end ?? node.first?.end ?? 0;
}

/** How many headings stand above a node. */
export function depthOf(node: Node): number {
  let depth = 0;
  for (let at = node.parent; at?.label; at = at.parent) depth++;
  return depth;
}
