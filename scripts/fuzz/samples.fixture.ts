import { drawnPdf, linesAt, ruled } from "@/lib/imports/pdf/drawn-pdf.fixture";
import { workbookParts } from "@/lib/imports/sheet/workbooks.fixture";
import { docxPartsOf, inList, p, r } from "@/lib/imports/word/docx.fixture";

// Sound files, small and with something of everything that a reader looks at.

const lines = [
  "某市人民政府关于印发《某某工作方案》的通知",
  "某政发〔2025〕3 号",
  "各县（市、区）人民政府，市政府各部门：",
  "一、总体要求",
  "（一）加强组织领导。各单位要于2025年6月底前制定方案，报市政府办公室。（责任单位：市教育局、市财政局）",
  "1.建成二十个项目。  ① 甲；② 乙。",
  "| 序号 | 任务 |",
  "| --- | --- |",
  "| 1 | 建成 |",
  "序号\t任务\t牵头单位\t完成时限",
  "1\t“建成”一批项目\t市教育局\t12月底前",
  '2,"完成改造，\n并验收",市财政局;长期',
];
export const texts = [
  lines.join("\n"),
  lines.join("\r\n\r\n"),
  Array.from({ length: 40 }, (_, i) => `${i},任务${i},"单位""${i}""",2025/1/${i}`).join("\n"),
];

export const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>通知</title><style>p{}</style></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li></ul></div><script>alert(1)</script>
<div id="article"><h1>关于印发方案的通知</h1><p>各单位：</p><p style="display:none">隐藏</p>
<ol start="3" type="a"><li>第三<ol><li>其一</li></ol></li></ol><p>（一）加强领导。&nbsp;&#20219;</p>
<table><tr><th rowspan="2">序号</th><th colspan="2">任务</th></tr><tr><td>一</td><td>二<br>三</td></tr><tr><td>1</td><td><table><tr><td>内</td></tr></table></td></tr></table>
</div><div class="footer"><a href="#">版权</a></div></body></html>`;

export const docxParts = docxPartsOf(
  [
    p(r("关于印发方案的通知"), '<w:pStyle w:val="1"/><w:outlineLvl w:val="0"/>'),
    p(r("加强领导。"), inList(1)),
    p(r("其一"), inList(1, 1)),
    p(
      `${r("原文")}<w:ins>${r("插入")}</w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>`,
    ),
    p(r("隐藏", "<w:vanish/>")),
    p(
      '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    p(
      "<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent><w:p><w:r><w:t>红头</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:t>红头</w:t></mc:Fallback></mc:AlternateContent></w:r>",
    ),
    `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>${p(r("序号"))}</w:tc><w:tc>${p(r("任务"))}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:tbl><w:tr><w:tc>${p(r("内"))}</w:tc></w:tr></w:tbl>${p("")}</w:tc></w:tr></w:tbl>`,
  ].join(""),
  {
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="2"/></w:lvlOverride></w:num>',
    styles:
      '<w:style w:styleId="1"><w:basedOn w:val="0"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="0"/>',
  },
);

export const xlsxParts = workbookParts({
  sheets: {
    表: `<cols><col min="4" max="4" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>序号</t></is></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="str"><f>A1</f><v>时限</v></c></row><row r="3"><c r="A3"><v>1</v></c><c r="B3" t="e"><v>#REF!</v></c><c r="C3" s="1"><v>45991</v></c><c r="D3"><f>SUM(A1)</f></c></row><row r="4" hidden="1"><c r="A4" t="b"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B3:B4"/></mergeCells>`,
    "~底稿": '<sheetData><row><c t="d"><v>2025-11-30</v></c></row></sheetData>',
  },
  shared:
    "<si><t>任务分工表</t></si><si><r><t>任</t></r><r><t>务</t></r><rPh><t>ren</t></rPh></si>",
  styles:
    '<numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>',
  properties: '<workbookPr date1904="0"/>',
});

const rows = ["序号", "任务", "时限", "1", "建成", "年底"].flatMap((words, i) =>
  linesAt([85, 125, 305][i % 3] ?? 0, 312 + 20 * Math.floor(i / 3), [words], 9),
);
const drawn = [
  ...linesAt(107, 100, lines.slice(0, 6)),
  ...rows,
  ...ruled([79, 120, 300, 500], [300, 320, 340]),
  { text: "内部", x: 300, y: 600, turned: true },
  { text: "— 1 —", x: 280, y: 800 },
];
export const pdfs = [drawnPdf([drawn]), drawnPdf([drawn, [], rows, drawn])];
