import fc from "fast-check";
import { expect, test } from "vitest";
import { readReceiptNumber, receiptNumber } from "./receipt-numbers";

const random = fc.uint8Array({ minLength: 8, maxLength: 8 });

test("A receipt number says its day and is read however it is typed", () => {
  fc.assert(
    fc.property(random, (bytes) => {
      const number = receiptNumber("2026-11-24", bytes);
      expect(number).toMatch(/^20261124(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
      for (const typed of [
        number,
        ` ${number.toLowerCase()} `,
        number.replaceAll("-", " "),
        number.replaceAll("0", "O").replaceAll("1", "l"),
        number.replaceAll("-", ""),
      ])
        expect(readReceiptNumber(typed)).toBe(number);
    }),
  );
});

test("Each of the sixty bits tells two numbers apart", () => {
  const seen = Array.from({ length: 60 }, (_, bit) => {
    const bytes = new Uint8Array(8);
    bytes[7 - Math.floor(bit / 8)] = 1 << (bit % 8);
    return receiptNumber("2026-11-24", bytes);
  });
  expect(new Set(seen).size).toBe(60);
});

test("Anything else is no receipt number", () => {
  for (const typed of [
    "",
    "20261124",
    "20261124-AAAA-BBBB-CCCU",
    "2026112-AAAAA-BBBB-CCCC",
    "../x",
  ])
    expect(readReceiptNumber(typed)).toBeNull();
});
