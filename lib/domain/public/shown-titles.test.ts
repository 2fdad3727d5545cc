import { expect, test } from "vitest";
import { isWordingHidden, shownTitles } from "./shown-titles";

test("a part that a unit split off bears its whole's title until a report on it is released", () => {
  const task = (
    code: string,
    parentCode: string | null,
    splitById: string | null,
    isSaid: boolean,
  ) => ({
    ...{ code, parentCode, title: `title of ${code}`, titleEn: `translation of ${code}` },
    isWordingHidden: isWordingHidden({ splitById, lastPublishedOn: isSaid ? "2024-06-12" : null }),
  });
  const titles = shownTitles([
    task("1.1.1", "1.1", "unit", true),
    task("1.1.2", "1.1", "unit", false),
    task("1", null, null, false),
    task("1.1", "1", "unit", false),
    task("1.2", "1", null, false),
  ]);
  const whose = { "1.1.1": "1.1.1", "1.1.2": "1", "1": "1", "1.1": "1", "1.2": "1.2" };
  for (const [code, of] of Object.entries(whose))
    expect(titles.get(code)).toEqual({ title: `title of ${of}`, titleEn: `translation of ${of}` });
});
