import { clauseAfter, clauseBefore } from "@/lib/domain/imports/deadlines/clauses";
import type { Veto } from "./veto";

const stage =
  /(?:毕业|离校|退役|退休|退出|入职|入驻|注册|成立|登记|获得|取得|获批|获评|认定|引进|落户|到期|失业|投产|开业|创业|出资|上市|刑满|出狱|脱贫|设立|迁入|就业|入选)(?:之日起?|后|起)?(?:\d+(?:-\d+)?|[一二两三四五六七八九十半]+)(?:年|个月|日|天|个工作日)(?:以|之)?内$/;
const applicant = /申请人|当事人|用人单位|参保人|纳税人|相对人|投标人|中标人/;
const meant =
  /^[^,。;]{0,8}(?:建成|竣工|投运|投产|发生|形成|产生|纳入|符合|享受|出生|毕业|取得|注册|登记|成立|入职|在册|已建|立项|开工|备案|批准|购买|签订|参加工作)(?:投入使用|并投入使用|投用|使用|登记|备案|运营|投产)?的|^(?:未经?|已经?)[^,。;]{2,16}的/;

/** 毕业2年内, 2000年底前建成的, 对2026年底前升规的企业, 申请人应在5日内: who or what is meant, and what is asked of citizens. */
export const eligibility: Veto = {
  rule: "eligibility",
  applies: ({ from, to, kind }, { text }) => {
    const before = clauseBefore(text, from);
    const isOfPerson =
      kind === "relative" && (stage.test(before + text.slice(from, to)) || applicant.test(before));
    const isOfThose = /^[,]?对(?![照标接外口应])/.test(before) && /的/.test(clauseAfter(text, to));
    return isOfPerson || isOfThose || meant.test(text.slice(to));
  },
};
