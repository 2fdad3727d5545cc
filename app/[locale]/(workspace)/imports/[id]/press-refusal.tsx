import { RefusalNotice } from "@/components/ui/refusal";
import { type Query, refusedIn } from "@/lib/domain/inputs";

/** Why the last press did nothing, to a browser without a script; its particulars are not in the address. */
export async function pressRefusal(searchParams: Promise<Query>) {
  const code = refusedIn(await searchParams);
  return code ? <RefusalNotice refusal={{ code }} /> : null;
}
