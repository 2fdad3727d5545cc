import { copySeed } from "@/scripts/test/copy-seed.mjs";

/** A test database with so many more copies of the seed's plans, tasks and all that was done to them. */
export async function growBy(copies: number, { superUrl }: { superUrl: string }): Promise<void> {
  await copySeed(superUrl, copies);
}
