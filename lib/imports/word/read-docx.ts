import type { ReadDocument } from "@/lib/domain/imports/blocks";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { canonical } from "@/lib/imports/canonical";
import { officePolicy } from "@/lib/imports/office-policy";
import { refusalOf } from "@/lib/imports/too-long";
import { contentRefusal } from "@/lib/submissions/evidence/file-check";
import { openPackage, unpacked } from "@/lib/submissions/evidence/open-xml-package";
import { bodyReader } from "./body";
import { labelCounter } from "./labels";
import { numberingReader } from "./numbering";
import { stylesReader } from "./styles";
import { readXml, type XmlReader } from "./xml";

/**
 * A Word document (ISO/IEC 29500), its automatic numbers in the text as the page shows them; headers, footers and notes are
 * left out. Refuses what is locked, damaged, a zip bomb, declares entities or holds macros; what it
 * fetches from elsewhere or has embedded is not looked at.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocument | Refusal> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refusal = await contentRefusal("file.docx", buffer, officePolicy);
  if (refusal) return refusal;
  try {
    const { zip, entries } = await openPackage(buffer, officePolicy.caps);
    const read = async (part: string | undefined, reader: XmlReader) => {
      const entry = entries.find(({ fileName }) => fileName === part);
      if (entry) await readXml(unpacked(zip, entry), reader);
      return entry !== undefined;
    };
    const main = (await targets(read, "_rels/.rels", "")).get("officeDocument");
    const place = main ?? "word/document.xml";
    const folder = place.slice(0, place.lastIndexOf("/") + 1);
    const name = place.slice(folder.length);
    const parts = await targets(read, `${folder}_rels/${name}.rels`, folder);

    const { styles, ...ofStyles } = stylesReader();
    await read(parts.get("styles"), ofStyles);
    const { numbering, ...ofNumbering } = numberingReader();
    await read(parts.get("numbering"), ofNumbering);
    const { found, ...ofBody } = bodyReader(styles, labelCounter(numbering, styles));
    if (!(await read(place, ofBody))) return refuse("file_damaged");
    const { parts: body, warnings } = found();
    return canonical(body, warnings);
  } catch (error) {
    return refusalOf(error);
  }
}

type Read = (part: string, reader: XmlReader) => Promise<boolean>;

/** Where the parts of a package stand, by the last word of what they are for (ISO/IEC 29500-2, 9.3). */
async function targets(read: Read, part: string, folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  await read(part, {
    open: ({ name, of }) => {
      const [purpose, target] = [of("Type")?.split("/").at(-1), of("Target")];
      if (name !== "Relationship" || !purpose || !target || found.has(purpose)) return;
      found.set(purpose, target.startsWith("/") ? target.slice(1) : folder + target);
    },
  });
  return found;
}
