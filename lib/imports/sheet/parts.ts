import {
  openPackage,
  type PackageCaps,
  unpacked,
} from "@/lib/submissions/evidence/open-xml-package";

/** The parts of an Office file by their names, in which Office knows no capitals. */
export type Parts = {
  has: (name: string) => boolean;
  /** A part as it is unpacked, piece by piece; throws when there is none. */
  pieces: (name: string) => AsyncIterable<Buffer>;
};

/** Opens an Office file that was checked. Throws on a broken one, and on one that unpacks to too much. */
export async function openParts(bytes: Buffer, caps: PackageCaps): Promise<Parts> {
  const { zip, entries } = await openPackage(bytes, caps);
  const named = new Map(entries.map((entry) => [entry.fileName.toLowerCase(), entry]));
  return {
    has: (name) => named.has(name.toLowerCase()),
    pieces: (name) => {
      const entry = named.get(name.toLowerCase());
      if (!entry) throw new Error(`No part ${name}`);
      return unpacked(zip, entry);
    },
  };
}
