import { RefusalNotice } from "@/components/ui/refusal";
import { oneText, type Query } from "@/lib/domain/inputs";
import { refusalCodes } from "@/lib/domain/refusals";

/** Why the last press did nothing, to a browser without a script; its particulars are not in the address. */
export async function pressRefusal(searchParams: Promise<Query>) {
  const said = oneText((await searchParams).refused);
  const code = refusalCodes.find((each) => each === said);
  return code ? <RefusalNotice refusal={{ code }} /> : null;
}
