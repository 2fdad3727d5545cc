import type { KindRule } from "./question";

/** What a heading calls a problem, and nobody is told to do anything about it. */
const named = /^[^。，；]{2,24}(?:问题|现象)。/u;
const told =
  /[（(〔][^（()）〔〕]*(?:负责|牵头|落实|责任单位)|责任(?:单位|部门)[：:]|整改|(?<![重主必需纲摘概])要(?!求|素|点|件)|应当?(?!用|急)|必须|务必|严禁|严格|坚决/u;

/** 政治站位不高问题。对…认识不足，不研究、不部署: it tells what is wrong, not what to do. */
export const problem: KindRule = {
  rule: "problem",
  weight: -6,
  speaks: ({ words }) => {
    const heading = named.exec(words)?.[0];
    return (
      heading !== undefined &&
      !/^(?:解决|整治|治理|查处|纠正|整改)/u.test(heading) &&
      !told.test(words.slice(heading.length))
    );
  },
};
