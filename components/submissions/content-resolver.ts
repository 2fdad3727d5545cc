import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import { contentSchemas, type TypedContent } from "@/lib/domain/submissions/contents";

/** Checks what a form says by the schema of its kind, the one that the server asks. Messages are keys of the catalog. */
export function contentResolver<Values extends FieldValues>({
  written,
}: {
  written: (values: Values) => TypedContent;
}): Resolver<Values> {
  return async (values) => {
    const { kind, content } = written(values);
    const checked = contentSchemas[kind].sent.safeParse(content);
    if (checked.success) return { values, errors: {} };
    const errors = checked.error.issues.map(({ path, message }) => {
      const field = String(path[0]);
      const isReasonMissing = field === "progress" && "noNews" in content && content.noNews;
      const key = isReasonMissing && message !== "too_long" ? "no_news_reason_required" : message;
      return [field, { type: "validation", message: key }];
    });
    return { values: {}, errors: Object.fromEntries(errors) as FieldErrors<Values> };
  };
}
