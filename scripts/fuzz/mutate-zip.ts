import { zip } from "@/lib/submissions/evidence/files.fixture";
import { mutateBytes } from "./mutate-bytes";
import { mutateXml } from "./mutate-xml";
import type { Random } from "./random";

export type Part = Parameters<typeof zip>[0][number];

/** An Office file of these parts, with its entries, their XML or the bytes of the whole changed. */
export function mutateZip(parts: readonly Part[], random: Random): Buffer {
  let changed = [...parts];
  const times = random.chance(85) ? 1 + random.below(3) : 0;
  for (let i = 0; i < times; i++) changed = random.pick(changes)(changed, random);
  const bytes = zip(changed);
  return times === 0 || random.chance(10) ? mutateBytes(bytes, random) : bytes;
}

const text = ({ data }: Part) => (typeof data === "string" ? data : data.toString("utf8"));

function change(parts: Part[], random: Random, by: (part: Part) => Part): Part[] {
  if (parts.length === 0) return parts;
  const at = random.below(parts.length);
  return parts.map((part, i) => (i === at ? by(part) : part));
}

const inXml = (parts: Part[], random: Random) =>
  change(parts, random, (part) => ({ ...part, data: mutateXml(text(part), random) }));

const changes: ((parts: Part[], random: Random) => Part[])[] = [
  // What is in the parts is where a reader has most to do.
  inXml,
  inXml,
  inXml,
  inXml,
  inXml,
  (parts, random) =>
    change(parts, random, (part) => ({
      ...part,
      data: mutateBytes(Buffer.from(text(part)), random),
    })),
  (parts, random) => {
    const other = random.pick(parts);
    return change(parts, random, (part) => ({ ...part, data: other.data }));
  },
  (parts, random) => [...parts, random.pick(parts)],
  (parts, random) => {
    const gone = random.pick(parts);
    return parts.filter((part) => part !== gone || parts.length === 1);
  },
  (parts, random) =>
    change(parts, random, (part) => ({
      ...part,
      name: random.pick([
        ...[`../${part.name}`, part.name.toUpperCase(), `/${part.name}`, "", "a".repeat(60_000)],
        ...[part.name.replace("/", "\\"), random.pick(parts).name],
      ]),
    })),
  (parts, random) => change(parts, random, (part) => ({ ...part, claims: random.below(2 ** 32) })),
  (parts, random) => change(parts, random, (part) => ({ ...part, crc: random.below(2 ** 32) })),
  (parts, random) => change(parts, random, (part) => ({ ...part, flags: random.below(2 ** 16) })),
];
