import { randomUUID } from "node:crypto";
import { confirmSure, decideCandidates } from "@/db/mutations/imports/decisions";
import { decideChange } from "@/db/mutations/imports/edition-changes";
import { editCandidate, mergeCandidates } from "@/db/mutations/imports/edits";
import { fileImport } from "@/db/mutations/imports/file-import";
import { abandonImport, correctFacts, setColumns } from "@/db/mutations/imports/imports";
import { answerQuestion, resolveOwner } from "@/db/mutations/imports/questions";
import { splitCandidate } from "@/db/mutations/imports/splits";
import { startImport } from "@/db/mutations/imports/start";
import {
  confirmRegistration,
  proposeRegistration,
} from "@/db/mutations/registrations/registrations";
import { type Prepare, pressing } from "@/db/testing/office-inputs.fixture";
import { madeOf, planNamed } from "@/db/testing/registrations.fixture";
import { now } from "@/db/testing/scenario.fixture";
import type { World } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import { readDocument } from "@/lib/domain/imports/blocks";
import type { FileImportInput } from "@/lib/domain/imports/inputs";
import * as draft from "./imports.fixture";

const drafter = (world: World) => someone(world, "supervisor");
const press = (id: string) => ({ key: randomUUID(), id });

async function read(world: World) {
  const actor = drafter(world);
  const id = await draft.readOne(actor);
  const { seen } = await draft.candidateAt(id, 0);
  return { actor, id, candidate: seen };
}

async function toFile(world: World): Promise<FileImportInput> {
  const { actor, id } = await read(world);
  await correctFacts(actor, { ...(await draft.seenImport(id)), facts: draft.facts }, now);
  return { ...(await draft.seenImport(id)), left: 3, plan: planNamed("扬尘"), planSlug: null };
}

/** A plan made of an import, and its second edition, which says another day of the first task. */
async function secondEdition(world: World) {
  const actor = drafter(world);
  const director = someone(world, "director");
  const input = await toFile(world);
  const { id: registrationId } = await fileImport(actor, input, now);
  const seen = { id: registrationId, version: 0 };
  const proposed = await proposeRegistration(actor, { ...seen, key: randomUUID() }, now);
  await confirmRegistration(director, { ...proposed, key: randomUUID() }, now);
  const changed = draft.lines.map((line) => line.replace("6月底前完成", "9月底前完成"));
  const second = await draft.readOne(actor, draft.documentOf(changed), input.id);
  const { task } = await madeOf(registrationId);
  return { actor, second, code: task.code };
}

/** The mutations of 文件导入. */
export const importInputs: Record<string, Prepare> = {
  async startImport(world) {
    const { bytes, input } = draft.someFile();
    const act = (each: typeof input) => startImport(drafter(world), each, now, bytes);
    return pressing(act, input, { ...input, name: "别的.docx" });
  },
  async correctFacts(world) {
    const { actor, id } = await read(world);
    const input = { ...(await draft.seenImport(id)), facts: draft.facts };
    const other = { ...input, facts: { ...draft.facts, kind: "通知" } };
    return pressing((each) => correctFacts(actor, each, now), input, other);
  },
  async setColumns(world) {
    const actor = drafter(world);
    const rows = [["任务", "牵头单位"], ...draft.lines.map((line) => [line, "甲"])].map((row) =>
      row.map((text, column) => ({ text, column })),
    );
    const id = await draft.readOne(actor, readDocument([{ kind: "table", rows }]));
    const input = { ...(await draft.seenImport(id)), table: 0, roles: ["title" as const, null] };
    const act = (each: typeof input) => setColumns(actor, each, now);
    return pressing(act, input, { ...input, table: 1 });
  },
  async abandonImport(world) {
    const { actor, id } = await read(world);
    const input = await draft.seenImport(id);
    return pressing((each) => abandonImport(actor, each, now), input, { ...input, version: 9 });
  },
  async decideCandidates(world) {
    const { actor, id, candidate } = await read(world);
    const decision = "confirm" as "confirm" | "reject";
    const input = { ...press(id), candidates: [candidate], decision };
    const other = { ...input, decision: "reject" as const };
    return pressing((each) => decideCandidates(actor, each, now), input, other);
  },
  async confirmSure(world) {
    const { actor, id } = await read(world);
    const { row } = await draft.candidateAt(id, 0);
    const input = { ...press(id), section: row.section, count: 1 };
    return pressing((each) => confirmSure(actor, each, now), input, { ...input, count: 2 });
  },
  async editCandidate(world) {
    const { actor, id, candidate } = await read(world);
    const input = { ...press(id), candidate, edited: { title: "围挡" } };
    const other = { ...input, edited: { title: "别的" } };
    return pressing((each) => editCandidate(actor, each, now), input, other);
  },
  async mergeCandidates(world) {
    const { actor, id, candidate } = await read(world);
    const [second, third] = [
      (await draft.candidateAt(id, 1)).seen,
      (await draft.candidateAt(id, 2)).seen,
    ];
    const input = { ...press(id), into: candidate, candidates: [second] };
    const other = { ...input, candidates: [third] };
    return pressing((each) => mergeCandidates(actor, each, now), input, other);
  },
  async splitCandidate(world) {
    const { actor, id } = await read(world);
    const { seen, row } = await draft.candidateAt(id, 1);
    const input = { ...press(id), candidate: seen, at: row.quotes[0].start + 12 };
    const other = { ...input, at: input.at + 1 };
    return pressing((each) => splitCandidate(actor, each, now), input, other);
  },
  async resolveOwner(world) {
    const { actor, id } = await read(world);
    const input = { ...press(id), words: "省扬尘办", unitCode: "ecology" as string | null };
    const other = { ...input, unitCode: null };
    return pressing((each) => resolveOwner(actor, each, now), input, other);
  },
  async answerQuestion(world) {
    const { actor, id } = await read(world);
    const { seen } = await draft.candidateAt(id, 2);
    const deadline = draft.dueInJuly;
    const asked = { question: "deadline_unanchored" as const, leadId: null };
    const input = { ...press(id), candidate: seen, ...asked, deadline };
    const other = { ...input, deadline: { ...deadline, dueOn: "2024-08-31" } };
    return pressing<typeof input>((each) => answerQuestion(actor, each, now), input, other);
  },
  async fileImport(world) {
    const input = await toFile(world);
    const act = (each: FileImportInput) => fileImport(drafter(world), each, now);
    return pressing(act, input, { ...input, left: 2 });
  },
  async decideChange(world) {
    const { actor, second, code } = await secondEdition(world);
    const input = { ...press(second), code, decision: "adjust" as const, note: "改了时限" };
    return pressing((each) => decideChange(actor, each, now), input, { ...input, note: "别的" });
  },
};
