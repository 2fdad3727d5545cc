/** 国家地震局在…的基础上，确定了…: what somebody did orders nothing. `words` follow the name. */
export function tellsWhatWasDone(words: string): boolean {
  const [sentence = ""] = /^[^。；！？\n]*/u.exec(words) ?? [];
  const isDone = /[\u4e00-\u9fa5]{2}(?<![为除])了(?![解结])/u.test(sentence);
  return isDone && !/[要应须将]|负责/u.test(sentence);
}

/** 国务院决定…, 国务院将成立领导小组: what a government decides, others carry out. `words` follow its name. */
export function decidesForOthers(name: string, words: string): boolean {
  if (/(?:党中央|国务院)$/u.test(name) && /^(?:将|要)?(?:成立|设立|组建)/u.test(words)) return true;
  return /(?:党中央|国务院|[省市县区州]委|政府)$/u.test(name) && /^(?:研究)?决定/u.test(words);
}
