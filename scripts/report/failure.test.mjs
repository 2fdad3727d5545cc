import { expect, it } from "vitest";
import { explain, Failure, failureFrom } from "./failure.mjs";

const systemError = (code, path) => Object.assign(new Error(code), { code, path });

it("tells a full disk from any command's output or system error", () => {
  const full = /^磁盘已满/;
  expect(failureFrom("构建", "a\nENOSPC: no space left on device, write\nb").message).toMatch(full);
  expect(failureFrom("建库", "could not extend file: No space left on device").message).toMatch(
    full,
  );
  expect(explain(systemError("ENOSPC", "/x"))).toMatch(full);
});

it("passes on the one sentence of a command, and puts longer output before its own", () => {
  expect(explain(failureFrom("灌入数据", "没有权限。\n"))).toBe("没有权限。");
  expect(explain(failureFrom("构建", "line 1\nline 2"))).toMatch(/^line 1\nline 2\n构建没有成功/);
});

it("names the file that cannot be read or written, and shows no stack", () => {
  expect(explain(systemError("EACCES", "/data/secrets.json"))).toContain("/data/secrets.json");
  expect(explain(new Failure("一句话。"))).toBe("一句话。");
  expect(explain(new Error("bug"))).toBe("出现意外错误：bug");
});
