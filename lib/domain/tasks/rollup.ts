import { type Light, type LightReason, lightReasons } from "./lights";
import { percentOf } from "./percent";
import { isTracked, type TaskKind } from "./tasks";

/** Why a light is shown once the sub-tasks are looked at: the task's own reason, or theirs. */
export const rollupReasons = [...lightReasons, "children_behind", "children_under_way"] as const;
export type RollupReason = (typeof rollupReasons)[number];

/** Called off: it counts neither for nor against its parent. */
const calledOff: readonly RollupReason[] = ["cancelled", "exempted"];

/** A task by itself: the last published percentage, null before the first report, and its own light. */
export type RollupNode = {
  code: string;
  parentCode: string | null;
  kind: TaskKind;
  percent: number | null;
  light: Light;
  reason: LightReason;
};

/** `childCount` counts the direct sub-tasks that are tracked, `behind` those of them that are yellow or red. */
export type RolledUp = {
  percent: number | null;
  light: Light;
  reason: RollupReason;
  childCount: number;
  behind: number;
};

/**
 * Rolls sub-tasks up into their parents, for whole trees at once, by code. A principle counts for
 * nobody. A node whose parent is not in the list is a root; a circle of parents is a bug and throws.
 */
export function rollUp(nodes: readonly RollupNode[]): Map<string, RolledUp> {
  const childrenOf = groupByParent(nodes);
  const rolledUp = new Map<string, RolledUp>();
  for (const node of childrenFirst(nodes, childrenOf)) {
    const children = (childrenOf.get(node.code) ?? [])
      .filter(({ kind }) => isTracked(kind))
      .flatMap(({ code }) => rolledUp.get(code) ?? [])
      .filter(({ reason }) => !calledOff.includes(reason));
    const behind = children.filter(({ light }) => light === "yellow" || light === "red").length;
    rolledUp.set(node.code, {
      percent: meanOf(node, children),
      ...lightWith(node, children),
      childCount: children.length,
      behind,
    });
  }
  return rolledUp;
}

/** The mean of the sub-tasks as shown, one not reported counting 0; null when none has reported. */
function meanOf(node: RollupNode, children: RolledUp[]): number | null {
  if (children.length === 0) return node.percent;
  if (children.every(({ percent }) => percent === null)) return null;
  const sum = children.reduce((total, { percent }) => total + (percent ?? 0), 0);
  return percentOf(sum, 100 * children.length);
}

/** The worst of its own and the sub-tasks' lights; done only by its own completion. */
function lightWith(node: RollupNode, children: RolledUp[]): { light: Light; reason: RollupReason } {
  const own = { light: node.light, reason: node.reason };
  const among = (light: Light) => children.some((child) => child.light === light);
  if (own.light === "blue" || own.light === "paused" || own.light === "red") return own;
  if (among("red")) return { light: "red", reason: "children_behind" };
  if (own.light === "yellow") return own;
  if (among("yellow")) return { light: "yellow", reason: "children_behind" };
  if (own.light === "green") return own;
  if (among("green") || among("blue")) return { light: "green", reason: "children_under_way" };
  return own;
}

function groupByParent(nodes: readonly RollupNode[]): Map<string | null, RollupNode[]> {
  const childrenOf = new Map<string | null, RollupNode[]>([[null, []]]);
  for (const { code } of nodes) childrenOf.set(code, []);
  for (const node of nodes) (childrenOf.get(node.parentCode) ?? childrenOf.get(null))?.push(node);
  return childrenOf;
}

function childrenFirst(
  nodes: readonly RollupNode[],
  childrenOf: ReadonlyMap<string | null, RollupNode[]>,
): RollupNode[] {
  const parentsFirst = [...(childrenOf.get(null) ?? [])];
  // The list grows while it is walked: no recursion, so a deep tree cannot overflow the stack.
  for (const { code } of parentsFirst) {
    for (const child of childrenOf.get(code) ?? []) parentsFirst.push(child);
  }
  if (parentsFirst.length < nodes.length) throw new Error("Tasks are each other's parents");
  return parentsFirst.reverse();
}
