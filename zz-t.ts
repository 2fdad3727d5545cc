import { readFileSync, readdirSync } from "node:fs";
import { readDocument } from "@/lib/domain/imports/blocks";
import { targetsOf } from "@/lib/domain/imports/targets/targets-of";
const dir = "/work/shared/documents";
for (const f of readdirSync(dir).filter((f) => f.endsWith(".gold.json"))) {
  const gold = JSON.parse(readFileSync(`${dir}/${f}`, "utf8"));
  for (const m of gold.measures) {
    const d = readDocument([{ kind: "paragraph", text: m.quote.replace(/\n/g,"") }]);
    const item: any = { quotes: [{ start: 0, end: d.text.length }] };
    for (const t of targetsOf(d, [item])[0]!) console.log(f.slice(0, 2), m.path, "|", d.text.slice(t.words.start, t.words.end), "|", t.name && d.text.slice(t.name.start, t.name.end), t.comparator, t.value, t.unit, t.baseYear, t.targetYear);
  }
}
for (const s of ["到2027年，森林覆盖率达到25%以上，地区生产总值增长6%左右。","单位GDP能耗较2020年下降14.5%。","秸秆综合利用率保持在95%以上","资产负债率控制在65%以内","PM2.5平均浓度降至35微克/立方米以下","新建学校20所，新增学位3.2万个","给予最高200万元补助","规模以上工业增加值增长8%","2025年，建成高标准农田50万亩，粮食产量稳定在1400万吨以上。","企业数达到100家","研发投入占比提高到3.2%","培育1000家以上专精特新企业"]) {
  const d = readDocument([{ kind: "paragraph", text: s }]);
  console.log(s); for (const t of targetsOf(d, [{ quotes: [{ start: 0, end: d.text.length }] } as any])[0]!) console.log("   ", d.text.slice(t.words.start, t.words.end), "|", t.name && d.text.slice(t.name.start, t.name.end), t.comparator, t.value, t.unit, t.baseYear, t.targetYear);
}
