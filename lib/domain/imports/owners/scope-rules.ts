/** Sentences about how owners are written, not owners: 下同, 列第一位的为牵头单位, 以下均需…落实，不再列出. */
const scope =
  /下同|不再(?:一一|逐一|单独|重复|另行|分别)*(?:列|标|注|说明|做分工|作分工|分工)|(?:第一|首位|排名|排序|排列|列第|列首|排在|在前|最前).{0,40}(?:牵头|主办|为主)|(?:逗号|顿号|分号)(?:前|后|之前|隔开)|多个牵头|^(?:以下|以上|上述|各项(?!目)|具体任务|所有任务|本表|表中)/u;

export function isScopeRule(clause: string): boolean {
  return scope.test(clause);
}

/** Whether the document says that the first of a list leads, so that nobody leads beside it. */
export function saysFirstLeads(words: string): boolean {
  return /(?:列|排|位)(?:名|序|在)?(?:于)?(?:第一|首|最前|在前)(?:位|名)?的?(?:单位|部门)?为(?:牵头|主办)/u.test(
    words,
  );
}
