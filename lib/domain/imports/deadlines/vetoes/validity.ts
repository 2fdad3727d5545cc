import { clauseBefore } from "@/lib/domain/imports/deadlines/clauses";
import { type Veto, wordsOf } from "./veto";

const before =
  /有效期|执行期|试行期|政策期|延长|延续|顺延|推迟|延缓|延期|展期|缓缴|暂缓|施行期|(?:执行|实施)[到至]|(?:实施|政策|执行)期限|(?:贷款|借款|还款|担保|租赁|保存|保管|合同|使用)[^,。;]{0,4}期限?|使用年限|服务期|质保期|保质期|合同期|任期|聘期|宽限期|过渡期/;
const behind =
  /^(?:止|废止|失效|到期|届满)|^,?[^,。;]{0,12}(?:减半征收|免征|减征|免收|减按|实施阶段性|阶段性(?:降低|下调|减免|减征|缓缴)|继续执行|继续有效)|^的?(?:贷款|借款|定期存款)|^[^,。;]{0,6}起(?:施行|实施|执行|生效|试行)/;

/** 有效期至, 自…起施行, 延长至, 执行至, 减半征收: how long a rule or a benefit holds. */
export const validity: Veto = {
  rule: "validity",
  applies: (found, { text }) =>
    before.test(clauseBefore(text, found.from) + wordsOf(found, text)) ||
    behind.test(text.slice(found.to)),
};
