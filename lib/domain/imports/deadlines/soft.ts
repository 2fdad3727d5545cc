import { sentenceBefore } from "./clauses";

/** 原则上, 力争 before it in its clause, or 左右 behind it. */
export function isSoft(text: string, from: number, to: number): boolean {
  const before = /[^,。;]*$/.exec(sentenceBefore(text, from))?.[0] ?? "";
  return (
    /(?:原则上|力争|争取|努力)[^,。;]{0,8}$/.test(before) ||
    /左右$/.test(text.slice(from, to)) ||
    /^(?:,?力争|,?争取|左右|\(?原则上)/.test(text.slice(to))
  );
}
