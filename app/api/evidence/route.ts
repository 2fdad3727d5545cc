import { action } from "@/lib/actions/action";
import { uploadSchema } from "@/lib/domain/submissions/evidence";
import { receiveEvidence } from "@/lib/submissions/evidence/receive-evidence";
import { resultResponse } from "./result-response";

/**
 * One file, as the body of the request. What goes with it is in headers of our own: a form of another site cannot set
 * them, and the body needs no taking apart.
 */
export async function POST({ headers, body }: Request) {
  const size = headers.get("content-length");
  const attach = action(
    { permission: "evidence.attach", schema: uploadSchema },
    (actor, input, now) =>
      receiveEvidence(
        actor,
        input,
        { size: size === null ? null : Number(size), stream: body },
        now,
      ),
  );
  const result = await attach(
    {
      key: headers.get("idempotency-key") ?? "",
      submissionId: headers.get("x-submission-id") ?? "",
      name: decodeName(headers.get("x-file-name") ?? ""),
    },
    headers.get("x-page-person") ?? "",
  );
  return resultResponse(result);
}

/** A header holds no Chinese: the name comes percent-encoded. */
function decodeName(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return "";
  }
}
