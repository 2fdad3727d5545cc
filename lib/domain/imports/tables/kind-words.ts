import type { CandidateKind } from "@/lib/domain/imports/candidates";

const kinds: [CandidateKind, RegExp][] = [
  ["goal", /^(?:工作|任务|主要|总体)?目标$/u],
  ["submeasure", /^(?:分项|子)(?:任务|措施)$/u],
  ["requirement", /^(?:工作|原则|保障)?要求$/u],
  ["measure", /^(?:重点|工作|主要)?(?:任务|措施|举措)$/u],
];

/** The kind of item that the cell of a column of kinds names, or null. */
export function kindNamed(words: string): CandidateKind | null {
  return kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
