import { describe, expect, test } from "vitest";
import { p, r, readBody, wordsIn } from "./docx.fixture";

const run = (inside: string) => `<w:r>${inside}</w:r>`;
const field = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
const instruction = (words: string) => run(`<w:instrText>${words}</w:instrText>`);

describe("what stands in the text", () => {
  test("tabs, hyphens and symbols", async () => {
    const signs =
      '<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Wingdings" w:char="F081"/><w:sym w:font="Symbol" w:char="F0B0"/>';
    const tabs = '<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>';
    expect(await wordsIn(p(run(signs), tabs))).toEqual(["甲 乙-①°"]);
  });

  test("a symbol without a name outside its font is dropped and said", async () => {
    const { text, warnings } = await readBody(
      p(run('<w:sym w:font="Foo" w:char="F081"/><w:t>甲</w:t>')),
    );
    expect([text, warnings]).toEqual(["甲", [{ code: "signs_dropped", words: "□" }]]);
  });

  test("a line break begins a paragraph, as pages pasted into Word have them", async () => {
    const lines = run("<w:t>一、要求</w:t><w:br/><w:t>二、任务</w:t><w:cr/><w:t>三、保障</w:t>");
    expect(await wordsIn(p(lines))).toEqual(["一、要求", "二、任务", "三、保障"]);
    expect(await wordsIn(p(run('<w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t>')))).toEqual([
      "甲乙",
    ]);
  });

  test("what was inserted, in content controls, links and smart tags", async () => {
    const inside = `<w:ins>${r("甲")}</w:ins><w:hyperlink>${r("乙")}</w:hyperlink><w:smartTag>${r("丙")}</w:smartTag>`;
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${p(inside)}</w:sdtContent></w:sdt>`;
    expect(await wordsIn(control)).toEqual(["甲乙丙"]);
  });

  test("the result of a field, not what it asks, nor the field within that", async () => {
    const nested = field("begin") + instruction("PAGE") + field("separate") + r("9") + field("end");
    const whole = `${field("begin")}${instruction("IF")}${nested}${field("separate")}${r("甲")}${field("end")}`;
    expect(
      await wordsIn(p(whole) + p(`<w:fldSimple w:instr="DATE">${r("乙")}</w:fldSimple>`)),
    ).toEqual(["甲", "乙"]);
  });

  test("a field without an end takes no more than its paragraph", async () => {
    expect(await wordsIn(p(field("begin") + instruction("REF a")) + p(r("乙")))).toEqual(["乙"]);
  });

  test("outline levels of paragraphs and styles", async () => {
    const styles =
      '<w:style w:styleId="a"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>';
    const styled = (more: string) => p(r("x"), `<w:pStyle w:val="a"/>${more}`);
    const body =
      styled("") + styled('<w:outlineLvl w:val="9"/>') + p(r("x"), '<w:outlineLvl w:val="0"/>');
    const { blocks } = await readBody(body, { styles });
    expect(blocks.map((block) => "outline" in block && block.outline)).toEqual([2, null, 1]);
  });

  test("pages, where Word wrote down how they broke", async () => {
    const broken = p(run("<w:lastRenderedPageBreak/><w:t>乙</w:t>"));
    const { blocks } = await readBody(p(r("甲")) + broken);
    expect(blocks.map(({ page }) => page)).toEqual([1, 2]);
    expect((await readBody(p(r("甲")))).blocks[0]?.page).toBeNull();
  });
});

describe("a text box once", () => {
  const box = (words: string) => `<w:txbxContent>${p(r(words))}${p(r("文件"))}</w:txbxContent>`;
  const both = run(
    `<mc:AlternateContent><mc:Choice>${box("省政府")}</mc:Choice><mc:Fallback><w:pict>${box("省政府")}</w:pict></mc:Fallback></mc:AlternateContent>`,
  );
  test("before the paragraph that it hangs on, not its copy for older programs", async () => {
    expect(await wordsIn(p(r("通知") + both) + p(r("正文")))).toEqual([
      ...["省政府", "文件", "通知", "正文"],
    ]);
  });

  test("the older form alone", async () => {
    const fallback = run(
      `<mc:AlternateContent><mc:Fallback>${box("甲")}</mc:Fallback></mc:AlternateContent>`,
    );
    expect(await wordsIn(p(run(`<w:pict>${box("甲")}</w:pict>`)) + p(fallback))).toEqual([
      ...["甲", "文件", "甲", "文件"],
    ]);
  });
});

describe("what is left out", () => {
  const left = async (...given: Parameters<typeof readBody>) => {
    const { text, warnings } = await readBody(...given);
    return [text, ...warnings];
  };

  test("what was deleted, with a warning where it stood", async () => {
    const deletion = `<w:del><w:r><w:delText>旧</w:delText></w:r><w:r><w:delText>文</w:delText></w:r></w:del>`;
    expect(await left(p(r("甲")) + p(deletion + r("乙")))).toEqual([
      "甲\n\n乙",
      { code: "text_deleted", words: "旧文", at: 3 },
    ]);
  });

  test("what was moved away, without one", async () => {
    expect(
      await left(p(`<w:moveFrom>${r("甲")}</w:moveFrom><w:moveTo>${r("乙")}</w:moveTo>`)),
    ).toEqual(["乙"]);
  });

  test("a paragraph whose mark was deleted goes on in the next", async () => {
    expect(await left(p(r("甲"), "<w:rPr><w:del/></w:rPr>") + p(r("乙")))).toEqual(["甲乙"]);
  });

  test("but not beyond its cell or the document", async () => {
    const joined = (words: string) => p(r(words), "<w:rPr><w:del/></w:rPr>");
    const row = `<w:tr><w:tc>${joined("甲")}</w:tc><w:tc>${joined("乙")}</w:tc></w:tr>`;
    expect(await left(`<w:tbl>${row}</w:tbl>${joined("丙")}`)).toEqual(["甲\t乙\n\n丙"]);
  });

  test("hidden words, by themselves or by a style, unless that is switched off", async () => {
    const styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>';
    const body = p(
      r("暗", "<w:vanish/>") + r("藏", '<w:rStyle w:val="h"/>') + r("明", '<w:vanish w:val="0"/>'),
    );
    expect(await left(body, { styles })).toEqual([
      "明",
      { code: "text_hidden", words: "暗藏", at: 0 },
    ]);
    expect(await left(p(r("甲"), "<w:rPr><w:vanish/></w:rPr>"))).toEqual(["甲"]);
  });

  test("former formats, ruby and what the page number field says", async () => {
    const former = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>";
    const ruby = run(`<w:ruby><w:rt>${r("yī")}</w:rt><w:rubyBase>${r("一")}</w:rubyBase></w:ruby>`);
    expect(await left(p(r("甲", former) + ruby))).toEqual(["甲一"]);
  });

  test("a table of contents, which says the headings again", async () => {
    const styles = '<w:style w:styleId="10"><w:name w:val="toc 1"/></w:style>';
    expect(
      await left(p(r("一、要求 1"), '<w:pStyle w:val="10"/>') + p(r("甲")), { styles }),
    ).toEqual(["甲", { code: "page_furniture", words: "一、要求 1", at: 0 }]);
  });

  test("notes, headers and footers", async () => {
    const more = ["footnotes", "header1", "footer1"].map((name) => ({
      name: `word/${name}.xml`,
      data: `<w:ftr>${p(r("第1页"))}</w:ftr>`,
    }));
    expect(await left(p(r("甲") + run('<w:footnoteReference w:id="1"/>')), { more })).toEqual([
      "甲",
    ]);
  });
});
