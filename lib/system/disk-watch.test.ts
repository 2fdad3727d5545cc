import { afterAll, beforeAll, expect, test } from "vitest";
import { databaseSize } from "@/db/queries/health";
import { refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { diskRefusal, diskRoom, withRoom } from "./disk-watch";

const megabyte = 1024 ** 2;
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** A limit under which so many megabytes can still be written, above the fifth that is kept. */
async function leave(megabytes: number) {
  const size = (await databaseSize()) / megabyte;
  process.env.DATABASE_SIZE_LIMIT_MB = String(Math.ceil((size + megabytes) / 0.8));
}

test("files on their way together leave the room that all others need, and free it when they are done", async () => {
  await leave(40);
  let finish = () => {};
  const written = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const under = [withRoom(8 * megabyte, () => written), withRoom(8 * megabyte, () => written)];
  await expect(refusalOf(withRoom(8 * megabyte, async () => {}))).resolves.toMatchObject({
    code: "disk_low",
  });
  expect(await diskRefusal(8 * megabyte)).toMatchObject({ code: "disk_low" });
  finish();
  await Promise.all(under);
  expect(await refusalOf(withRoom(8 * megabyte, async () => {}))).toBeUndefined();
});

test("the disk that the database lies on is asked, where it is on this machine; elsewhere nothing is known", async () => {
  process.env.DATABASE_DISK = "/";
  expect(await diskRoom()).toMatchObject({ total: expect.any(Number), free: expect.any(Number) });
  process.env.DATABASE_DISK = "";
  process.env.DATABASE_SIZE_LIMIT_MB = "";
  expect([await diskRoom(), await diskRefusal(1024 ** 5)]).toEqual([null, null]);
});
