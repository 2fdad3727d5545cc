import { type Light, type LightReason, lightReasons } from "./lights";
import { percentOf } from "./percent";
import { isTracked, type TaskKind, type TaskStatus } from "./tasks";

/** Why a light is shown once the sub-tasks are looked at: the task's own reason, or theirs. */
export const rollupReasons = [...lightReasons, "children_behind", "children_under_way"] as const;
export type RollupReason = (typeof rollupReasons)[number];

type Node = { code: string; parentCode: string | null; kind: TaskKind; status: TaskStatus };

/** A task by itself: the percentage it last reported, null before the first report. */
export type ReportedNode = Node & { percent: number | null };
/** `unreported` counts the direct sub-tasks that have not reported yet. */
export type RolledPercent = { percent: number | null; unreported: number };

/** A task by itself: its own light. */
export type LitNode = Node & { light: Light; reason: LightReason };
/** `childCount` counts the direct sub-tasks that are tracked, `behind` those of them that are yellow or red. */
export type RolledLight = {
  light: Light;
  reason: RollupReason;
  childCount: number;
  behind: number;
};
export type RolledUp = RolledPercent & RolledLight;

/**
 * Percentages of whole trees at once, by code: what is done stands at 100, a parent at the mean of its sub-tasks. One that has
 * not reported counts as what its parent last reported itself, so a parent keeps its value until its parts report.
 */
export function rollUpPercents(nodes: readonly ReportedNode[]): Map<string, RolledPercent> {
  return climb(nodes, (node, parts: RolledPercent[]) => {
    const unreported = parts.filter(({ percent }) => percent === null).length;
    if (node.status === "completed") return { percent: 100, unreported };
    if (unreported === parts.length) return { percent: node.percent, unreported };
    const kept = node.percent ?? 0;
    const sum = parts.reduce((total, { percent }) => total + (percent ?? kept), 0);
    return { percent: percentOf(sum, 100 * parts.length), unreported };
  });
}

/** Lights of whole trees at once, by code: the worst of a task's own and its sub-tasks'; done only by its own completion. */
export function rollUpLights(nodes: readonly LitNode[]): Map<string, RolledLight> {
  return climb(nodes, (node, parts: RolledLight[]) => ({
    ...lightWith(node, parts),
    childCount: parts.length,
    behind: parts.filter(({ light }) => light === "yellow" || light === "red").length,
  }));
}

function lightWith(own: LitNode, parts: RolledLight[]): { light: Light; reason: RollupReason } {
  const { light, reason } = own;
  const among = (each: Light) => parts.some((part) => part.light === each);
  if (light === "blue" || light === "red") return { light, reason };
  if (among("red")) return { light: "red", reason: "children_behind" };
  if (light === "yellow" || light === "paused") return { light, reason };
  if (among("yellow")) return { light: "yellow", reason: "children_behind" };
  if (light === "green") return { light, reason };
  if (among("green") || among("blue")) return { light: "green", reason: "children_under_way" };
  return { light, reason };
}

/**
 * Visits every task after its sub-tasks. A principle counts for nobody, nor does what is called off. A node whose parent is
 * not in the list is a root; a circle of parents is a bug and throws.
 */
function climb<Each extends Node, Up>(
  nodes: readonly Each[],
  visit: (node: Each, parts: Up[]) => Up,
): Map<string, Up> {
  const childrenOf = groupByParent(nodes);
  const rolledUp = new Map<string, Up>();
  for (const node of childrenFirst(nodes, childrenOf)) {
    const parts = (childrenOf.get(node.code) ?? [])
      .filter(({ kind, status }) => isTracked(kind) && !isCalledOff(status))
      .flatMap(({ code }) => rolledUp.get(code) ?? []);
    rolledUp.set(node.code, visit(node, parts));
  }
  return rolledUp;
}

/** It counts neither for nor against its parent. */
function isCalledOff(status: TaskStatus): boolean {
  return status === "cancelled" || status === "exempted";
}

function groupByParent<Each extends Node>(nodes: readonly Each[]): Map<string | null, Each[]> {
  const childrenOf = new Map<string | null, Each[]>([[null, []]]);
  for (const { code } of nodes) childrenOf.set(code, []);
  for (const node of nodes) (childrenOf.get(node.parentCode) ?? childrenOf.get(null))?.push(node);
  return childrenOf;
}

function childrenFirst<Each extends Node>(
  nodes: readonly Each[],
  childrenOf: ReadonlyMap<string | null, Each[]>,
): Each[] {
  const parentsFirst = [...(childrenOf.get(null) ?? [])];
  // The list grows while it is walked: no recursion, so a deep tree cannot overflow the stack.
  for (const { code } of parentsFirst) {
    for (const child of childrenOf.get(code) ?? []) parentsFirst.push(child);
  }
  if (parentsFirst.length < nodes.length) throw new Error("Tasks are each other's parents");
  return parentsFirst.reverse();
}
