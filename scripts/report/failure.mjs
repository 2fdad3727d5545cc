/** Something the person at the keyboard can mend: the message is one sentence that says how. */
export class Failure extends Error {}

const diskFull = /ENOSPC|no space left on device/i;

/** A Failure about a command that ended badly: its own sentence if it printed just one line, else all it printed as `details`. */
export function failureFrom(what, output) {
  if (diskFull.test(output)) return diskFailure();
  const lines = output.trim().split("\n");
  if (lines.length === 1 && lines[0]) return new Failure(lines[0]);
  const failure = new Failure(`${what}没有成功：原因见上面的输出，改正后再运行一次。`);
  failure.details = output.trim();
  return failure;
}

/** Any error as one sentence, without a stack trace; a command's output goes before it. */
export function explain(error) {
  if (error.details) return `${error.details}\n${error.message}`;
  if (error instanceof Failure) return error.message;
  if (diskFull.test(`${error.code} ${error.message}`)) return diskFailure().message;
  if (error.code && error.path) {
    return `不能读写 ${error.path}（${error.code}）：请检查它属于当前用户，或用 DATA_DIR 另外指定可写的目录。[Cannot read or write it.]`;
  }
  return `出现意外错误：${error.message}`;
}

function diskFailure() {
  return new Failure(
    "磁盘已满：请腾出至少 2 GB 空间，或用 DATA_DIR 把数据放到别的磁盘，再运行一次。[The disk is full.]",
  );
}
