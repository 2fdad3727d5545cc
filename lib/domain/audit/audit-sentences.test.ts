import { expect, test } from "vitest";
import { sentenceParams } from "./audit-sentences";

const type = "task.lead_changed";
const reason = "职能调整";

test("a change of lead names the units that cooperate no more", () => {
  const before = { lead: "省生态环境厅", cooperating: ["省能源局", "省交通运输厅"] };
  const after = { lead: "省能源局", cooperating: ["省交通运输厅"] };
  expect(sentenceParams({ type, before, after, reason })).toMatchObject({ relieved: "省能源局" });
});

test("where none is relieved, or an older record does not say, nothing is said of it", () => {
  const [before, after] = [{ lead: "省生态环境厅" }, { lead: "省能源局" }];
  expect(sentenceParams({ type, before, after, reason })).toMatchObject({ relieved: "none" });
});
