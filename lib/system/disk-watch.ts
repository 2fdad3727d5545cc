import { statfs } from "node:fs/promises";
import { databaseSize } from "@/db/queries/health";
import { insist, type Refusal, refuse } from "@/lib/domain/refusals";
import { type DiskRoom, isDiskLow } from "@/lib/domain/system";
import { databaseDisk } from "@/lib/env";

/**
 * The room of the disk that the database is on; of one elsewhere, what is left of the size that was set for it. Null where
 * neither is known.
 */
export async function diskRoom(): Promise<DiskRoom | null> {
  const { DATABASE_DISK, DATABASE_SIZE_LIMIT_MB } = databaseDisk();
  if (DATABASE_DISK) {
    const { bsize, blocks, bavail } = await statfs(DATABASE_DISK);
    return { total: blocks * bsize, free: bavail * bsize };
  }
  if (!DATABASE_SIZE_LIMIT_MB) return null;
  const total = DATABASE_SIZE_LIMIT_MB * 1024 * 1024;
  return { total, free: Math.max(0, total - (await databaseSize())) };
}

/** A file is written twice: into the log that makes it safe, and into its table. */
const timesWritten = 2;
let underWay = 0;

/** Refuses `disk_low` where so many bytes would take from the room that all others need. */
export async function diskRefusal(bytes: number): Promise<Refusal | null> {
  return refusalOf((underWay + bytes) * timesWritten);
}

/** Writes so many bytes where there is room for them: what others are writing meanwhile counts. Refuses `disk_low`. */
export async function withRoom<Answer>(
  bytes: number,
  write: () => Promise<Answer>,
): Promise<Answer> {
  underWay += bytes;
  try {
    insist(await refusalOf(underWay * timesWritten));
    return await write();
  } finally {
    underWay -= bytes;
  }
}

async function refusalOf(toWrite: number): Promise<Refusal | null> {
  const room = await diskRoom();
  return room && isDiskLow(room, toWrite) ? refuse("disk_low") : null;
}
