import { type PublicStep, reasonOf, stepParams } from "@/lib/domain/public/public-changes";
import type { Words } from "@/lib/words";

/** What happened, in words: 公布进展：完成 60%（上期 30%）. A released reason follows. */
export function stepSentence(step: PublicStep, { say, day }: Words): string {
  const params = Object.entries(stepParams(step)).map(([name, value]) =>
    name.endsWith("Day") ? [name, day(String(value))] : [name, value],
  );
  const sentence = say(`publicSteps.${step.type}`, Object.fromEntries(params));
  const reason = reasonOf(step);
  return reason === null ? sentence : `${sentence} ${say("publicSteps.reason", { reason })}`;
}
