import { changeParams, type PublicChange, reasonOf } from "@/lib/domain/public/public-changes";
import type { Words } from "@/lib/words";

/** What happened, in words: 公布进展：完成 60%（上期 30%）. A released reason follows. */
export function changeSentence(change: PublicChange, { say, day }: Words): string {
  const params = Object.entries(changeParams(change)).map(([name, value]) =>
    name.endsWith("Day") ? [name, day(String(value))] : [name, value],
  );
  const sentence = say(`publicChanges.${change.type}`, Object.fromEntries(params));
  const reason = reasonOf(change);
  return reason === null ? sentence : `${sentence} ${say("publicChanges.reason", { reason })}`;
}
