import { describeApi } from "@/lib/open-data/openapi";
import { dataResponse } from "@/lib/open-data/responses";

export const dynamic = "force-dynamic";

export function GET() {
  return dataResponse(async () => describeApi());
}
