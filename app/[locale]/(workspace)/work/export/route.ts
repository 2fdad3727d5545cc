import contentDisposition from "content-disposition";
import type { NextRequest } from "next/server";
import { wholeLedger } from "@/db/queries/tasks/ledger";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import { readLedger } from "../load-ledger";
import { ledgerCsv, ledgerName } from "./csv";

/** What the ledger shows at this address, all pages of it, as a CSV file: the same tasks in the same order. */
export async function GET(request: NextRequest) {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const actor = await requirePermission("task.view");
  const today = await currentDay();
  const tasks = await wholeLedger(actor, today, readLedger(query));
  const fallback = `ledger-${today}.csv`;
  return new Response(ledgerCsv(tasks), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": contentDisposition(ledgerName(today), { fallback }),
      "cache-control": "private, no-store",
    },
  });
}
