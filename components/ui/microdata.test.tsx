import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Microdata } from "./microdata";

test("says a thing and its parts in microdata, and leaves out what is not known", () => {
  const unit = { type: "GovernmentOrganization", properties: { name: "Finance <b>" } };
  const markup = renderToStaticMarkup(
    <Microdata
      thing={{
        type: "Action",
        url: "https://tz.example/tasks/AIR-01",
        properties: {
          name: "Coal",
          endTime: null,
          actionStatus: "https://schema.org/ActiveActionStatus",
          participant: [unit, unit],
        },
      }}
    />,
  );
  expect(markup).toContain('itemType="https://schema.org/Action"');
  expect(markup).toContain('<meta itemProp="name" content="Coal"/>');
  expect(markup).toContain('<link itemProp="actionStatus" href="https://schema.org/ActiveAc');
  expect(markup.match(/itemProp="participant"/g)).toHaveLength(2);
  expect(markup).toContain('content="Finance &lt;b&gt;"');
  expect(markup).not.toContain("endTime");
  expect(markup).not.toContain("<script");
});
