import { expect, test } from "vitest";
import { isPersonsName } from "./person";

test("a surname with one or two signs behind it is a person, unless these end a name of a unit", () => {
  expect(["王强", "李小明"].map(isPersonsName)).toEqual([true, true]);
  expect(["白沙镇", "石桥村", "金融办", "财政", "江"].map(isPersonsName)).toEqual(
    Array(5).fill(false),
  );
});
