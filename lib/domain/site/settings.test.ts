import { describe, expect, it } from "vitest";
import {
  changedSiteSettings,
  type SiteSettings,
  siteSettingsRefusal,
  siteSettingsSchema,
} from "./settings";

const none: SiteSettings = {
  ...{ name: "", title: "", intro: "", headline: "", host: "", operator: "", contact: "" },
  ...{ code: "", icp: "", police: "", partyGovUrl: "", errorUrl: "", homePlans: [] },
  ...{ signInHelp: "", lettersNote: "", accessibility: "", synonyms: "" },
};

describe("what may be set", () => {
  it.each([
    [{}, true],
    [{ code: "1400000001" }, true],
    [{ code: "bm01000001" }, true],
    [{ code: "140" }, false],
    [{ errorUrl: "https://zfwzzc.www.gov.cn/check_web/errorInfo" }, true],
    [{ errorUrl: "javascript:alert(1)" }, false],
    [{ name: "督".repeat(21) }, false],
    [{ homePlans: ["Air!"] }, false],
    [{ synonyms: "供暖 取暖\n汽车 机动车" }, true],
    [{ synonyms: "供暖 取暖\n汽车" }, false],
  ])("%j: %s", (some, fits) => {
    expect(siteSettingsSchema.safeParse({ ...none, ...some }).success).toBe(fits);
  });

  it("no number of a person, no secrecy marking, and no plan that is not there", () => {
    const refusalOf = (some: Partial<SiteSettings>) =>
      siteSettingsRefusal({ ...none, ...some }, ["air"]);
    expect(refusalOf({ contact: "0351-3041234", homePlans: ["air"] })).toBeNull();
    expect(refusalOf({ contact: "13812345678" })).toMatchObject({
      code: "personal_data",
      field: "contact",
    });
    expect(refusalOf({ intro: "机密★" })).toMatchObject({
      code: "secrecy_marking",
      field: "intro",
    });
    expect(refusalOf({ homePlans: ["moon"] })).toMatchObject({ code: "plan_unknown" });
  });
});

it("tells which settings differ", () => {
  expect(changedSiteSettings(none, none)).toEqual([]);
  expect(changedSiteSettings(none, { ...none, name: "督办", homePlans: ["a"] })).toEqual([
    "name",
    "homePlans",
  ]);
});
