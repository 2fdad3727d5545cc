import type { CachedPage } from "./cached-page";

const most = 300;

/**
 * Answers to questions with a query (another day, a search), kept until anything public changes: the same question asked
 * twice is rendered once. The oldest give way.
 */
export function openAnswers(render: (url: string) => Promise<CachedPage | null>) {
  const kept = new Map<string, Promise<CachedPage | null>>();
  return {
    forget: () => kept.clear(),
    ask(url: string): Promise<CachedPage | null> {
      const known = kept.get(url);
      if (known) return known;
      const answer = render(url);
      kept.set(url, answer);
      answer.catch(() => kept.get(url) === answer && kept.delete(url));
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return answer;
    },
  };
}
