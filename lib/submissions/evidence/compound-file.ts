/** A storage or a stream of a compound file, by name. */
export type Entry = { name: string; isStream: boolean; start: number; size: number };
export type CompoundFile = {
  entries: Entry[];
  /** The bytes of a stream that is there. */
  read: (entry: Entry) => Buffer;
  /** What stands behind the last sector in use: free sectors, if it is only this file. */
  behind: Buffer;
};

const [free, lastSpecial] = [0xffffffff, 0xfffffffa];
const miniCutoff = 4096;
const entryBytes = 128;

/**
 * Reads a compound file ([MS-CFB]), in which Office 97–2003 keeps documents. Throws on what contradicts itself: sectors
 * out of the file, chains that go round.
 */
export function readCompoundFile(bytes: Buffer): CompoundFile {
  const sectorBytes = 1 << bytes.readUInt16LE(30);
  const miniBytes = 1 << bytes.readUInt16LE(32);
  if (![512, 4096].includes(sectorBytes) || miniBytes !== 64) throw new Error("Odd sectors");
  const sectorAt = (sector: number) => {
    const begins = (sector + 1) * sectorBytes;
    if (sector >= lastSpecial || begins >= bytes.length)
      throw new Error("A sector out of the file");
    return bytes.subarray(begins, begins + sectorBytes);
  };
  const fat = readNumbers(fatSectors(bytes, sectorAt, sectorBytes).map(sectorAt));
  const chain = (start: number, next: number[], at: (sector: number) => Buffer) => {
    const parts: Buffer[] = [];
    for (let sector = start; sector < lastSpecial; sector = next[sector] ?? free) {
      if (parts.length > next.length) throw new Error("A chain goes round");
      parts.push(at(sector));
    }
    return Buffer.concat(parts);
  };

  const directory = chain(bytes.readUInt32LE(48), fat, sectorAt);
  const entries = readEntries(directory);
  const root = entries.find(({ name }) => name === "Root Entry");
  const miniFat = readNumbers([chain(bytes.readUInt32LE(60), fat, sectorAt)]);
  const miniStream = root && root.size > 0 ? chain(root.start, fat, sectorAt) : Buffer.alloc(0);
  const miniAt = (sector: number) =>
    miniStream.subarray(sector * miniBytes, (sector + 1) * miniBytes);
  const read = ({ start, size }: Entry) =>
    (size < miniCutoff ? chain(start, miniFat, miniAt) : chain(start, fat, sectorAt)).subarray(
      0,
      size,
    );
  const used = fat.findLastIndex((next) => next !== free) + 1;
  return { entries, read, behind: bytes.subarray((used + 1) * sectorBytes) };
}

/** The sectors of the allocation table: 109 named in the header, the rest in a chain of its own. */
function fatSectors(
  bytes: Buffer,
  sectorAt: (sector: number) => Buffer,
  sectorBytes: number,
): number[] {
  const count = bytes.readUInt32LE(44);
  if (count * sectorBytes > bytes.length) throw new Error("More table than file");
  const sectors = readNumbers([bytes.subarray(76, 512)]);
  let more = bytes.readUInt32LE(68);
  while (sectors.length < count && more < lastSpecial) {
    const part = readNumbers([sectorAt(more)]);
    more = part.pop() ?? free;
    sectors.push(...part);
  }
  return sectors.slice(0, count);
}

function readNumbers(parts: Buffer[]): number[] {
  const all = Buffer.concat(parts);
  return Array.from({ length: Math.floor(all.length / 4) }, (_, i) => all.readUInt32LE(i * 4));
}

function readEntries(directory: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
    const type = directory[at + 66];
    const nameBytes = Math.max(0, Math.min(64, directory.readUInt16LE(at + 64)) - 2);
    if (!type) continue;
    entries.push({
      name: directory.toString("utf16le", at, at + nameBytes),
      isStream: type === 2,
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  return entries;
}
