import type { Transaction } from "@/db/client";
import { contentHash } from "@/db/content-hash";
import { type FoundGap, findGaps, gapKeys, perhapsAbout } from "@/db/queries/gaps/gaps";
import { gapWords } from "@/lib/domain/gaps/gaps";
import type { Actor } from "@/lib/domain/people/roles";
import { Refused, refuse } from "@/lib/domain/refusals";
import { runOnce } from "./transaction";

type Told = { acceptsGaps?: string | undefined };

/**
 * A mutation that may take the last person from something: `runOnce`, and then a look at what has nobody now and had
 * somebody before. Refuses `gaps_made` with that, so that nothing is saved, unless the person was told exactly this and
 * goes on all the same. What is done to one task, named by its code, is looked at there and in the units and plans alone.
 */
export function runOnceTold<Answer>(
  actor: Actor,
  input: { key: string } & Told,
  now: Date,
  work: (tx: Transaction) => Promise<Answer>,
  code?: string,
): Promise<Answer> {
  return runOnce(actor, input, now, async (tx) => {
    const touched = code === undefined ? undefined : perhapsAbout(code);
    const before = await gapKeys(tx, touched);
    const answer = await work(tx);
    const made = (await findGaps(tx, touched)).filter(({ key }) => !before.has(key));
    insistTold(made, input);
    return answer;
  });
}

/** Refuses `gaps_made` for what stands without anybody now, unless the person was told exactly this. */
export function insistTold([first, ...others]: FoundGap[], { acceptsGaps }: Told): void {
  if (!first) return;
  const digest = contentHash([first, ...others].map(wordsOf).sort());
  if (acceptsGaps === digest) return;
  const params = { ...gapWords(first), count: 1 + others.length, told: digest };
  throw new Refused(refuse("gaps_made", { params }));
}

/** Not its key: what is made anew at each press, and given up with the refusal, has another id every time. */
function wordsOf({ kind, wait, role, unit, task, plan }: FoundGap): string {
  return [kind, wait, role, unit, task?.code, plan].join("|");
}
