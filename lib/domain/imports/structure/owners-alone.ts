const bracket =
  /^[（(〔［[【](?![一二三四五六七八九十\d]+[）)])[^。]*(?:负责|牵头|配合|落实|责任|承办)[^。]*[）)〕］\]】]。?$/u;

/** Whether a line is nothing but a bracket that says who is to do what stands above it: （甲局牵头，乙局配合）, or 部门分工：甲局牵头. */
export function isOwnersAlone(words: string): boolean {
  return (
    words.length <= 300 && (bracket.test(words) || /^(?:部门|任务|职责)分工[：:]./u.test(words))
  );
}
