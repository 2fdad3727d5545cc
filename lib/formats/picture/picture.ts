import { renderAsync } from "@resvg/resvg-js";
import pLimit from "p-limit";
import { type Light, lightColours, lightShapes } from "@/lib/domain/tasks/lights";
import { type Markup, markup } from "@/lib/formats/markup";
import { boldFont, fontFamily, palette, regularFont } from "@/lib/formats/theme";

/** What messengers and search engines show of a link. */
const [width, height] = [1200, 630];
const limited = pLimit(2);

type Picture = { above: string; below: string; mark: string | null; body: Markup };

/** A PNG of 1200 × 630 with the site's name above, the day of the data below, and a mark where it is a demo's. */
export async function drawPicture(picture: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const image = await limited(() =>
    renderAsync(String(framed(picture)), {
      font: {
        loadSystemFonts: false,
        fontFiles: [regularFont, boldFont],
        defaultFontFamily: fontFamily,
      },
    }),
  );
  return new Uint8Array(image.asPng());
}

export function framed({ above, below, mark, body }: Picture): Markup {
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${fontFamily}">
<rect width="${width}" height="${height}" fill="${palette.paper}"/>
<rect width="${width}" height="14" fill="${palette.brand}"/>
${textAt({ x: 60, y: 88, size: 30, fill: palette.brand, bold: true }, above)}
${body}
<path d="M60 548H1140" stroke="${palette.line}" stroke-width="2"/>
${textAt({ x: 60, y: 596, size: 28, fill: palette.muted }, below)}
${mark === null ? null : textAt({ x: 1140, y: 596, size: 28, fill: palette.muted, end: true }, mark)}
</svg>`;
}

type Style = {
  x: number;
  y: number;
  size: number;
  fill?: string;
  bold?: boolean;
  end?: boolean;
};

export function textAt({ x, y, size, fill = palette.ink, bold, end }: Style, text: string): Markup {
  return markup`<text x="${x}" y="${y}" font-size="${size}" font-weight="${bold ? 700 : 400}" fill="${fill}" text-anchor="${end ? "end" : "start"}">${text}</text>`;
}

export function shapeAt(x: number, y: number, size: number, light: Light): Markup {
  const { fill, edge } = lightColours[light];
  return markup`<path transform="translate(${x} ${y}) scale(${size / 16})" d="${lightShapes[light]}" fill="${fill}" stroke="${edge}" stroke-width="1.2"/>`;
}
