import { justBefore } from "@/lib/domain/imports/deadlines/clauses";
import type { Veto } from "./veto";

/** The years of a name: 《法治政府建设实施纲要（2015—2020年）》. */
export const inName: Veto = {
  rule: "in-name",
  applies: ({ from }, { text }) => {
    const before = justBefore(text, from);
    return before.lastIndexOf("《") > before.lastIndexOf("》");
  },
};
