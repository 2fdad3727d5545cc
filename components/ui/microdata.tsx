/** A thing in the words of schema.org. An address is a link, everything else a text; null is left out. */
type Thing = {
  type: string;
  url?: string;
  properties: Record<string, string | number | null | undefined | Thing | Thing[]>;
};

const isAddress = (value: string | number) => /^https?:\/\//.test(String(value));

/**
 * What a page is about, for machines, in microdata: a page of ours carries no script, so no JSON-LD either. It shows
 * nothing; what it says stands on the page too.
 */
export function Microdata({ thing, as }: { thing: Thing; as?: string }) {
  const { type, url, properties } = thing;
  return (
    <div hidden itemScope itemType={`https://schema.org/${type}`} itemID={url} itemProp={as}>
      {url && <link itemProp="url" href={url} />}
      {Object.entries(properties).flatMap(([name, value]) => {
        if (value === null || value === undefined) return [];
        if (typeof value === "object")
          return [value]
            .flat()
            .map((each, index) => (
              <Microdata key={`${name} ${each.url ?? index}`} thing={each} as={name} />
            ));
        if (isAddress(value)) return <link key={name} itemProp={name} href={String(value)} />;
        return <meta key={name} itemProp={name} content={String(value)} />;
      })}
    </div>
  );
}
