/**
 * Whether a page or a fixed width ended a line within its paragraph, by its words without white space: it is long, and
 * neither ends as a sentence does nor is it a heading.
 */
export function isBrokenLine(words: string): boolean {
  if (words.length < 30) return false;
  return !/[。！？!?：:；;”"）)〕\]…—]$/u.test(words) && /[，,、。；;]/u.test(words);
}

/** No line is longer that a fixed width ended. */
const longest = 2000;
const heading = /^[（(]?(?:[一二三四五六七八九十]+|\d+)[）)、.．][^。；]*$/u;
const label = /^\s*[\u4e00-\u9fa5]{2,8}[：:]/u;

const closing = /^\s*(?:以上|上述)(?:各项|所有)?(?:任务|工作|事项|措施|项目|要求)/u;

/** Whether a line begins with a label of its own (责任单位：, 整改目标：) or speaks of those above: none before it goes on there. */
export function beginsAnew(words: string): boolean {
  return label.test(words) || closing.test(words);
}

/** Whether the paragraph goes on behind the white space at a sign of a text: its line there is such a one, and the next begins nothing. */
export function goesOnBehind(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longest), at).trimEnd();
  const words = before.slice(before.lastIndexOf("\n") + 1).replace(/\s+/gu, "");
  return isBrokenLine(words) && !heading.test(words) && !beginsAnew(text.slice(at, at + 20));
}
