import type { Name } from "./names";
import { isOrder } from "./verbs";

const province =
  /^(?![我全本各该其每两外]|有关|相关|其他|部分|重点|试点)[\u4e00-\u9fa5]{2,6}(?:省|自治区)$/u;
const county =
  /^(?![我全本各该其每两])[\u4e00-\u9fa5]{2,6}[市县州旗]$|^(?![我全本各该其每两])[\u4e00-\u9fa5]{2,4}区$/u;
const town = /^(?![我全本各该其每两])[\u4e00-\u9fa5]{1,4}(?:[乡镇村]|街道|社区)$/u;
/** Words that only end like a place. */
const noPlace =
  /(?:超|城|都|股|楼|夜|集|菜|上)市$|(?:地|园|城|景|灾|山|片|辖|街|小|牧|林|库|校|新|开发|示范|功能|保护)区$|(?:小|城|集|村|强|重|名|古|市|建制|中心|重点|试点|示范|有关|相关|所在|特色)镇$|(?:乡|农|新|山|全|行政|自然|示范|试点|中心|重点|帮扶|脱贫|美丽|有关|相关)村$|(?:城乡|智慧|完整|示范|试点|城市|农村|绿色|和谐|有关|相关|所在|老旧)?社区$(?<=^(?:城乡|智慧|完整|示范|试点|城市|农村|绿色|和谐|有关|相关|所在|老旧|.)社区)|(?:城|老|家|下|故|返|异|还)乡$|^(?:.*[省市县区])?乡镇$|(?:示范|试点|有关|相关|重点|中心)(?:街道|[市县乡])$/u;

/** 甲市、乙市、丙县 (要…), 云河自治区 (要…), 城关镇 (要…): places stand for their governments where they are told to do something. */
export function arePlaces(names: readonly Name[]): boolean {
  return (
    names.length > 0 &&
    names.every(({ name: { words }, form }) => {
      if (province.test(words)) return true;
      if (names.length === 1 && form !== null) return false;
      const isPlace = (county.test(words) || town.test(words)) && !noPlace.test(words);
      return isPlace || (names.length === 1 && isNamedZone(words));
    })
  );
}

/** 高新区, 城东开发区: one zone, by a name of its own. */
const isNamedZone = (words: string) =>
  /^(?:高新|经开|(?![我全本各该其每两]|有关|相关|其[他它]|经济|产业|国家级|省级|建设)[\u4e00-\u9fa5]{2,4}(?:新|开发|高新|经开))区$/u.test(
    words,
  );

/** Whether places are told something by what follows: one place alone only by an order with no word between. */
export function isToldAsPlace(names: readonly Name[], words: string): boolean {
  const isAlone = names.length === 1 && !province.test(names[0]?.name.words ?? "");
  return isAlone
    ? /^(?:也|均|都)?(?:要(?![素闻道件点求约塞])|应(?![急用届])|须|必须|务必|负责(?!人|同志|的)|牵头)/u.test(
        words,
      )
    : isOrder(words);
}
