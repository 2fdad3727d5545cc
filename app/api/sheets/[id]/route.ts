import { importSheet } from "@/db/mutations/sheets/import-sheet";
import { action } from "@/lib/actions/action";
import { seeOther } from "@/lib/actions/see-other";
import type { ActionResult } from "@/lib/domain/action-result";
import { importSheetSchema, type SheetCounts } from "@/lib/domain/sheets/sheets";
import { readSheetTable } from "@/lib/sheets/preview";
import { localePath, toLocale } from "@/messages/locales";

type Props = { params: Promise<{ id: string }> };
type OnRows = (done: number, of: number) => void;

/**
 * Imports an uploaded sheet as it was seen. A plain form is sent on to what came of it; a script that asks for
 * application/x-ndjson is told of the rows as they are done, a line each time, and of the end in the last line.
 */
export async function POST(request: Request, { params }: Props) {
  const { id } = await params;
  const form = await request.formData().catch(() => new FormData());
  const input = { key: id, id, seen: String(form.get("seen") ?? "") };
  const run = (onRows?: OnRows) =>
    action({ permission: "sheet.exchange", schema: importSheetSchema }, (actor, valid, now) =>
      importSheet(actor, valid, now, { read: readSheetTable, ...(onRows && { onRows }) }),
    )(input, String(form.get("person") ?? ""));
  if (request.headers.get("accept") === "application/x-ndjson") return told(run);
  const result = await run();
  const page = localePath(toLocale(form.get("locale")), `/sheets/imports/${id}`);
  return seeOther(result.ok ? null : result.refusal, page);
}

function told(run: (onRows: OnRows) => Promise<ActionResult<SheetCounts>>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    async start(controller) {
      const say = (line: object) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      say(await run((done, of) => say({ done, of })));
      controller.close();
    },
  });
  const headers = { "content-type": "application/x-ndjson", "cache-control": "no-store" };
  return new Response(body, { headers });
}
