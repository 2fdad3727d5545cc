import { createHash, randomUUID } from "node:crypto";
import { database } from "@/db/client";
import { contentHash } from "@/db/content-hash";
import { importSheet } from "@/db/mutations/sheets/import-sheet";
import { issueStartCodes } from "@/db/mutations/sheets/start-codes";
import { keepSheet } from "@/db/mutations/sheets/uploads";
import { planSheet } from "@/db/queries/sheets/planned";
import type { Actor } from "@/lib/domain/people/roles";
import { agreedTo } from "@/lib/domain/sheets/plans";
import type { SheetTable } from "@/lib/domain/sheets/tables";
import { type Prepare, pressing } from "./office-inputs.fixture";
import { now, today } from "./scenario.fixture";
import * as story from "./test-world-scenarios.fixture";

const bytes = Buffer.from("as it was read");
const place = { kind: "people", of: "" } as const;
const uploading = () => ({
  ...{ key: randomUUID(), ...place, name: "人员.csv" },
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

/** A table of one new person, as a file would be read. */
function tableOf(unit: string): SheetTable {
  const username = `s${randomUUID().slice(0, 8)}`;
  const letters = { username: "A", person: "B", unit: "C", role: "D" };
  const cells = { username, person: "李明", unit, role: "official" };
  return { kind: "people", letters, rows: [{ number: 2, cells }] };
}

async function uploaded(admin: Actor) {
  const upload = uploading();
  const { id } = await keepSheet(admin, upload, now, bytes);
  const read = { table: tableOf(admin.departmentName), faults: [] };
  const { plan } = await planSheet(database(), admin, place, read, today);
  const seen = contentHash(agreedTo("people", upload.sha256, plan));
  return { input: { key: id, id, seen }, tools: { read: async () => read } };
}

// Of no demo, whose accounts share a password.
const adminOf = (world: Parameters<Prepare>[0]) =>
  Object.assign(story.someone(world, "system_admin"), { isDemo: false });

/** Spreadsheets on their way in. */
export const sheetInputs: Record<string, Prepare> = {
  async keepSheet(world) {
    const [admin, input] = [adminOf(world), uploading()];
    const other = { ...input, name: "别的.csv" };
    return pressing((each) => keepSheet(admin, each, now, bytes), input, other);
  },
  async importSheet(world) {
    const admin = adminOf(world);
    const { input, tools } = await uploaded(admin);
    const other = { ...input, seen: "0".repeat(64) };
    return pressing((each) => importSheet(admin, each, now, tools), input, other);
  },
  async issueStartCodes(world) {
    process.env.NEXTAUTH_SECRET ??= "x".repeat(32);
    const admin = adminOf(world);
    const { input, tools } = await uploaded(admin);
    await importSheet(admin, input, now, tools);
    const codes = { key: randomUUID(), importId: input.id, mails: false };
    const other = { ...codes, mails: true };
    return pressing((each) => issueStartCodes(admin, each, now), codes, other);
  },
};
