import { createTranslator } from "next-intl";
import { deadlineKinds } from "@/lib/domain/calendar/deadlines";
import { reportingCycles } from "@/lib/domain/calendar/periods";
import { departmentKinds } from "@/lib/domain/people/departments";
import { roles } from "@/lib/domain/people/roles";
import { type SheetKind, sheetColumns } from "@/lib/domain/sheets/sheets";
import type { SheetWords } from "@/lib/domain/sheets/tables";
import { taskKinds } from "@/lib/domain/tasks/tasks";
import messages from "@/messages/zh-CN.json";

const t = createTranslator({ locale: "zh-CN", messages });

const labels = <Code extends string>(codes: readonly Code[], label: (code: Code) => string) =>
  Object.fromEntries(codes.map((code) => [code, label(code)]));
const yesNo = labels(["yes", "no"], (each) => t(`work.sheets.${each}`));

/** A sheet's headings, the words of its choices and its name: in Chinese whatever the language of the screen. */
export function sheetWords(kind: SheetKind): SheetWords & { sheet: string } {
  return {
    headings: Object.fromEntries(
      sheetColumns[kind].map((column) => [column, t(`work.sheets.columns.${column}`)]),
    ),
    choices: {
      kind: labels(departmentKinds, (each) => t(`units.kinds.${each}`)),
      role: labels(roles, (each) => t(`roles.${each}`)),
      cycle: labels(reportingCycles, (each) => t(`cycles.${each}`)),
      taskKind: labels(taskKinds, (each) => t(`taskKinds.${each}`)),
      deadlineKind: labels(deadlineKinds, (each) => t(`deadlineKinds.${each}`)),
      isPublic: yesNo,
      assigned: yesNo,
    },
    sheet: t(`work.sheets.kinds.${kind}`),
  };
}
