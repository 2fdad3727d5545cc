import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { handleInstruction, markLooked, writeInstruction } from "@/db/mutations/instructions";
import { answerFollowUp, checkFollowUp, receiveFollowUp } from "@/db/mutations/letters/follow-ups";
import { receiveLetter } from "@/db/mutations/letters/letters";
import { followUpAnswers, letters } from "@/db/schema/letters";
import { type Prepare, pressing } from "./office-inputs.fixture";
import { now } from "./scenario.fixture";
import type { World } from "./test-world.fixture";
import * as story from "./test-world-scenarios.fixture";

/** What leaders and the office do: instructions (批示), and answers to whoever was not satisfied. */
export const instructionInputs: Record<string, Prepare> = {
  async writeInstruction(world) {
    const leader = story.someone(world, "leader");
    const input = instructing(world.code);
    const act = (each: typeof input) => writeInstruction(leader, each, now);
    return pressing(act, input, { ...input, text: "别的" });
  },
  async handleInstruction(world) {
    await story.takeOn(world);
    const { id } = await writeInstruction(
      story.someone(world, "leader"),
      instructing(world.code),
      now,
    );
    const about = { key: randomUUID(), instructionId: id, code: world.code };
    const input = { ...about, outcome: "chase" as const, words: "请速报。" };
    const director = story.someone(world, "director");
    const act = (each: typeof input) => handleInstruction(director, each, now);
    return pressing(act, input, { ...input, words: "别的" });
  },
  async markLooked(world) {
    const input = { key: randomUUID(), until: now.toISOString() };
    const leader = story.someone(world, "leader");
    const other = { ...input, until: new Date(now.getTime() - 1000).toISOString() };
    return pressing((each) => markLooked(leader, each, now), input, other);
  },
  async answerFollowUp(world) {
    const letterId = await followedUp(world);
    const input = { key: randomUUID(), letterId, answer: "已再次核实。" };
    const director = story.someone(world, "director");
    const act = (each: typeof input) => answerFollowUp(director, each, now);
    return pressing(act, input, { ...input, answer: "别的" });
  },
  async checkFollowUp(world) {
    const letterId = await followedUp(world);
    const answer = { key: randomUUID(), letterId, answer: "已再次核实。" };
    await answerFollowUp(story.someone(world, "director"), answer, now);
    const isTheirs = eq(followUpAnswers.letterId, letterId);
    const [written] = await database().select().from(followUpAnswers).where(isTheirs);
    const choice = { decision: "give_out" as const, reason: "" };
    const input = { key: randomUUID(), answerId: written?.id ?? "", ...choice };
    const supervisor = story.someone(world, "supervisor");
    const act = (each: typeof input) => checkFollowUp(supervisor, each, now);
    return pressing(act, input, { ...input, reason: "别的" });
  },
};

function instructing(code: string) {
  const words = { text: "请抓紧办理。", sharesWords: false, dueOn: null };
  return { key: randomUUID(), code, planSlug: null, addressee: "office" as const, ...words };
}

/** A letter of a world that is answered, and whose writer is not satisfied. */
export async function followedUp(world: World): Promise<string> {
  await story.takeOn(world);
  const letter = { code: world.code, kind: "correction", body: "还没完工。" } as const;
  const { receipt } = await receiveLetter({ ...letter, email: null, locale: "zh-CN" }, now);
  const [sent] = await database().select().from(letters).where(eq(letters.receipt, receipt));
  const letterId = sent?.id ?? "";
  await story.carry(world, "answer", { letterId });
  await receiveFollowUp({ receipt, body: "没有回答我的问题。" }, now);
  return letterId;
}
