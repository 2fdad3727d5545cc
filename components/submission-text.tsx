import type { Written } from "@/lib/domain/contents";
import { type Unit, useSubmissionParts } from "./submission-parts";

/** A submission of any kind, to read. */
export function SubmissionText({ written, units }: { written: Written; units?: readonly Unit[] }) {
  const parts = useSubmissionParts(units)(written);
  return (
    <dl className="space-y-2 border border-line bg-paper px-3 py-2">
      {parts.map(({ id, label, text, typed }) => (
        <div key={id}>
          <dt className="text-sm text-muted">{label}</dt>
          <dd lang={typed && "zh-CN"} className="whitespace-pre-line">
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}
