import { justBefore } from "@/lib/domain/imports/deadlines/clauses";
import { type Form, type Scene, timeFound } from "./form";

/** A word that is a time only in a time column, or alone between the signs of a bracket (；长期坚持）. */
function inTimeColumn(rule: string, kind: "ongoing" | "vague", words: string): Form {
  return {
    rule,
    pattern: new RegExp(words, "g"),
    read: (match, scene) =>
      scene.isTimeCell(match.index) || isAlone(match, scene)
        ? timeFound(rule, match, { kind })
        : null,
  };
}

function isAlone(match: RegExpExecArray, { text }: Scene): boolean {
  const end = match.index + match[0].length;
  const before = justBefore(text, match.index);
  const isLast = /^[)〕】]/.test(text.slice(end));
  return (
    isLast &&
    (/[(;]$/.test(before) ||
      /[(〔【][^()〔〕【】]*(?:负责|牵头|单位|[局委办厅部院](?=[,、]))[^()]*,$/.test(before))
  );
}

/** 长期坚持, 持续推进: goes on, without a day. */
export const ongoing = inTimeColumn(
  "ongoing",
  "ongoing",
  "(?:长期|持续|常年|常态化?|长效)(?:性|化)?(?:坚持|推进|开展|实施|整改|落实|推动|抓好|保持|执行|工作|任务|进行|深化|巩固|坚持推进|跟踪|监管|加强|发力|用力)*|动态清零|贯穿全(?:过程|年)|经常性(?:工作|开展)|日常(?:工作|监管)",
);

/** 立行立改, 立即: now, without a day. */
export const vague = inTimeColumn(
  "vague",
  "vague",
  "(?:立行立改|立即|即知即改|即查即改|边查边改|即行即改|即时|及时|尽快|(?<!视[^,。;]{0,12})适时|马上|即刻|近期|限期|随时)(?:整改|完成|推进|落实|实施|办理|开展|启动)*",
);
