import type { KindRule } from "./question";

const must =
  /^请(?!示|求|假|教)|(?:^|[^主重需次首纪摘紧只概提简])要(?!求|素|点|害|件|闻|么|道|塞|约|领|隘|员|地|义|务|旨|是)|应当|原则上(?!同意|通过)|(?<![相适响供反对效感顺呼])应(?=[^急用对收届邀答酬付税有变聘力])|必须|不得|严禁|切实|务必|(?:^|[^必])须(?!知|要)|将于|负责/u;
const norm = /需要(?:说明|指出)的是/u;

/** Somebody must: 要, 应当, 须, 不得. */
export const modal: KindRule = {
  rule: "modal",
  weight: 2,
  speaks: ({ clauses }) => clauses.some((clause) => must.test(clause) && !norm.test(clause)),
};
