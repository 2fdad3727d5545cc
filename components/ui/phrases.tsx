/** Phrases to begin a text with: each is added to what is there, to be edited. */
export function Phrases({
  legend,
  phrases,
  value,
  onChange,
}: {
  legend: string;
  phrases: readonly string[];
  value: string;
  onChange: (value: string) => void;
}) {
  const add = (phrase: string) => onChange(value.trim() ? `${value.trimEnd()}\n${phrase}` : phrase);
  return (
    <fieldset>
      <legend className="text-sm text-muted">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {phrases.map((phrase) => (
          <button
            key={phrase}
            type="button"
            onClick={() => add(phrase)}
            className="min-h-8 rounded border border-line bg-wash px-2 py-1 text-left text-sm text-brand hover:border-brand"
          >
            {phrase}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
