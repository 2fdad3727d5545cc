import type { ChangeDecision, Decision } from "@/lib/domain/imports/imports";

/** What happens to a document on its way in (文件导入). `title` is what it is called then; `count` how many proposals. */
export type ImportEvent =
  | { type: "import.started"; title: string; sha256: string; isEdition: boolean }
  | { type: "import.facts_corrected"; title: string; changed: string[] }
  | { type: "import.columns_set"; title: string; table: number }
  | { type: "import.decided"; title: string; decision: Decision; count: number }
  | { type: "import.question_answered"; title: string; question: string }
  /** Null where the words mean no unit. */
  | { type: "import.unit_chosen"; title: string; words: string; unit: string | null }
  /** Of a task of the former edition, in whose history it stands, too. */
  | {
      type: "import.change_decided";
      title: string;
      code: string;
      decision: ChangeDecision;
      note?: string;
    }
  | { type: "import.filed"; title: string; tasks: number }
  | { type: "import.abandoned"; title: string };

/** What the sentence of such an event needs. "none" and "no" are what the catalogs select on. */
export function importSentence(event: ImportEvent): Record<string, string | number> {
  const { title } = event;
  switch (event.type) {
    case "import.started":
      return { title, edition: event.isEdition ? "yes" : "no" };
    case "import.columns_set":
      return { title, table: event.table + 1 };
    case "import.decided":
      return { title, decision: event.decision, count: event.count };
    case "import.unit_chosen":
      return { title, words: event.words, unit: event.unit ?? "none" };
    case "import.change_decided":
      return { title, changedTask: event.code, decision: event.decision, note: event.note ?? "" };
    case "import.filed":
      return { title, tasks: event.tasks };
    case "import.facts_corrected":
    case "import.question_answered":
    case "import.abandoned":
      return { title };
  }
}

export function isImportEvent(event: { type: string }): event is ImportEvent {
  return event.type.startsWith("import.");
}
