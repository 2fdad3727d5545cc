// Older Chinese PDFs name their fonts and do not bring them; their text is in GBK or UCS-2, by tables that pdf.js fetches and we
// do not have. Nothing is drawn here, so the numbers of the signs matter to nobody: each sign has that of its Unicode.

const pairs = "<0000> <ffff>";
const table = (codes, body) =>
  new TextEncoder().encode(
    `begincmap 1 begincodespacerange ${codes} endcodespacerange ${body} endcmap`,
  );

/** The table of this name, for `BinaryDataFactory` of pdf.js; throws for one that is not of Chinese codes. */
export function chineseTable(name) {
  if (name === "Adobe-GB1-UCS2") return table(pairs, `1 beginbfrange ${pairs} <0000> endbfrange`);
  if (/^UniGB-(?:UCS2|UTF16)-[HV]$/.test(name))
    return table(pairs, `1 begincidrange ${pairs} 0 endcidrange`);
  if (/^GB(?:Kp?|K2K|pc)?(?:-EUC)?-[HV]$/.test(name))
    return table("<00> <80> <8140> <fefe>", `1 begincidchar ${gbkSigns()} endcidchar`);
  throw new Error(`No table ${name}`);
}

function gbkSigns() {
  const decoder = new TextDecoder("gb18030");
  const signs = Array.from({ length: 95 }, (_, i) => `<${(i + 32).toString(16)}> ${i + 32}`);
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const sign = decoder.decode(new Uint8Array([lead, trail]));
      if (sign.length !== 1 || sign === "\ufffd") continue;
      signs.push(`<${((lead << 8) | trail).toString(16)}> ${sign.charCodeAt(0)}`);
    }
  return signs.join("\n");
}

export class ChineseTables {
  async fetch({ filename }) {
    return chineseTable(filename);
  }
}
