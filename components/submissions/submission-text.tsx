import type { TypedContent } from "@/lib/domain/submissions/contents";
import { type Unit, useSubmissionParts } from "./submission-parts";

type Props = {
  written: TypedContent;
  units?: readonly Unit[];
  /** The ids of the parts to show, if not all. */
  only?: readonly string[];
};

/** A submission of any kind, to read. */
export function SubmissionText({ written, units, only }: Props) {
  const all = useSubmissionParts(units)(written);
  const parts = only ? all.filter(({ id }) => only.includes(id)) : all;
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
