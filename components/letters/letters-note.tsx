/** What the office says to whoever writes to it, where it has said something. */
export function LettersNote({ words }: { words: string }) {
  if (!words) return null;
  return (
    <p lang="zh-CN" className="mt-2 max-w-2xl whitespace-pre-line border-l-4 border-line pl-3">
      {words}
    </p>
  );
}
