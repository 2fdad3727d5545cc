type Titled = { code: string; parentCode: string | null; title: string; isWordingHidden: boolean };

/**
 * The title that everybody is shown of each of these tasks, by code. That there is a part, whose it is, when it is due and how it
 * stands is public from its assignment; its own wording is the unit's, and stays hidden until a report on it has been
 * released: until then it bears the title of what it is a part of.
 */
export function shownTitles(tasks: readonly Titled[]): Map<string, string> {
  const byCode = new Map(tasks.map((task) => [task.code, task]));
  const titleOf = (task: Titled): string => {
    const whole = task.isWordingHidden ? byCode.get(task.parentCode ?? "") : undefined;
    return whole ? titleOf(whole) : task.title;
  };
  return new Map(tasks.map((task) => [task.code, titleOf(task)]));
}

/** Whether a task's own wording is hidden: a unit has split it off, and nothing with it has been released. */
export function isWordingHidden(task: {
  splitById: string | null;
  lastPublishedOn: string | null;
}) {
  return task.splitById !== null && task.lastPublishedOn === null;
}
