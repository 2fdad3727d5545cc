import pLimit from "p-limit";
import pdfmake, { type Content } from "pdfmake";
import { type Light, lightColours, lightShapes } from "@/lib/domain/tasks/lights";
import { wrapText } from "@/lib/formats/drawn-text";
import { boldFont, fontFamily, palette, regularFont } from "@/lib/formats/theme";
import type { Locale } from "@/messages/locales";

pdfmake.setFonts({ [fontFamily]: { normal: regularFont, bold: boldFont } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === regularFont || path === boldFont);

/** Each print reads the whole font: 20 MB. */
const limited = pLimit(1);

/** A4 in points. */
const height = 842;
export const margin = { side: 42, top: 40, bottom: 54 };
export const room = { width: 595 - 2 * margin.side, height: height - margin.top - margin.bottom };

type Print = {
  title: string;
  subject: string;
  language: Locale;
  writtenAt: Date;
  footer: Content;
  content: Content[];
};

/** A PDF whose bytes depend on nothing but what it says. */
export async function print(given: Print): Promise<Uint8Array<ArrayBuffer>> {
  const { title, subject, language, writtenAt, footer, content } = given;
  const definition = {
    pageSize: "A4",
    pageMargins: [margin.side, margin.top, margin.side, margin.bottom],
    language,
    displayTitle: true,
    info: { title, subject, creationDate: writtenAt, modDate: writtenAt },
    defaultStyle: { font: fontFamily, fontSize: 9, color: palette.ink },
    footer,
    content,
  };
  return new Uint8Array(await limited(() => pdfmake.createPdf(definition).getBuffer()));
}

/** How high a line of the font is, in its size. */
export const lineHeight = 1.448;

type Look = { size: number; most: number; bold?: boolean; colour?: string };

/** Text wrapped by our own rules to so many points, so that its height is known before it is printed. */
export function textIn(width: number, text: string, { size, most, bold, colour }: Look) {
  const lines = wrapText(text, width / size, most);
  const line = (each: string) => ({
    text: each,
    noWrap: true,
    fontSize: size,
    bold,
    color: colour,
  });
  return {
    content: { stack: lines.map(line) } as Content,
    height: Math.max(lines.length, 1) * size * lineHeight,
  };
}

export function shapeOf(light: Light, size: number): Content {
  const { fill, edge } = lightColours[light];
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="${lightShapes[light]}" fill="${fill}" stroke="${edge}" stroke-width="1.2"/></svg>`,
    width: size,
    height: size,
  };
}
