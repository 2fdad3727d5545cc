import type { ReadDocument } from "@/lib/domain/imports/blocks";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { canonical, type PartWarning } from "@/lib/imports/canonical";
import { decode } from "@/lib/imports/text/decode";
import { refusalOf } from "@/lib/imports/too-long";
import { findArticle } from "./find-article";
import { pageParts } from "./page-parts";
import { parsePage } from "./parse-page";

const charset = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i;

/**
 * The article of a web page; menus, crumbs, footers and links around it are left out and listed. Refuses what is no text,
 * and a page that no reader could get through in time.
 */
export function readHtml(bytes: Uint8Array): ReadDocument | Refusal {
  const beginning = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096));
  const decoded = decode(bytes, charset.exec(beginning.toString("latin1"))?.[1]);
  if (!decoded) return refuse("file_damaged");
  try {
    const { element, title, furniture, around } = findArticle(parsePage(decoded.text));
    const { parts, warnings } = pageParts(element, furniture);
    const heading = title ? [{ kind: "paragraph", text: title, outline: 1 } as const] : [];
    const placed = warnings.map((each): PartWarning => {
      return { ...each, part: (each.part ?? 0) + heading.length };
    });
    return canonical(
      [...heading, ...parts],
      [
        ...(decoded.isGuessed ? [{ code: "encoding_guessed" } as const] : []),
        ...around.map((words) => ({ code: "page_furniture", words }) as const),
        ...placed,
      ],
    );
  } catch (error) {
    return refusalOf(error);
  }
}
