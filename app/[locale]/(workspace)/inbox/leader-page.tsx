import { LeaderHome } from "@/components/inbox/leader-home";
import { changesSince, countChangesSince } from "@/db/queries/audit";
import { countWorst, lookedUntil, worstTasks } from "@/db/queries/inbox/leader-home";
import { countInstructions, listInstructions } from "@/db/queries/instructions";
import { currentDay, currentTime } from "@/lib/clock";
import { leaderLists } from "@/lib/domain/inbox";
import type { Query } from "@/lib/domain/inputs";
import { pageAt } from "@/lib/domain/paging";
import type { Actor } from "@/lib/domain/people/roles";
import { mark } from "./actions";

const homeLength = 10;

/** A leader's 我的待办: the first of each list, or one of them whole, page by page. */
export async function LeaderPage({ actor, query }: { actor: Actor; query: Query }) {
  const list = leaderLists.find((each) => each === query.list) ?? null;
  const [today, now] = [await currentDay(), await currentTime()];
  const since = await lookedUntil(actor, now);
  const own = { isOwn: true };
  const [worst, changes, instructions] = await Promise.all([
    countWorst(actor, today),
    countChangesSince(actor, since),
    countInstructions(actor, own),
  ]);
  const counts = { worst, changes, instructions };
  const place = list
    ? pageAt(counts[list], query.page)
    : { page: 1, pages: 1, limit: homeLength, offset: 0 };
  const { limit, offset, page, pages } = place;
  const [worstItems, changeItems, instructionItems] = await Promise.all([
    worstTasks(actor, today, { limit, offset }),
    changesSince(actor, since, { limit, offset }),
    listInstructions(actor, today, { ...own, limit, offset }),
  ]);
  return (
    <LeaderHome
      worst={{ count: worst, items: worstItems }}
      changes={{ count: changes, items: changeItems }}
      instructions={{ count: instructions, items: instructionItems }}
      until={now.toISOString()}
      {...{ list, page, pages, since, mark }}
    />
  );
}
