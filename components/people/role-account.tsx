import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import type { ListedAccount } from "@/lib/domain/people/accounts";

/** Whose account it is, in which unit, with which role and state. */
export function RoleAccount({ account }: { account: ListedAccount }) {
  const t = useTranslations();
  const { name, username, unit, role, branch, state } = account;
  return (
    <>
      <h1 className="text-2xl font-bold" lang="zh-CN">
        {name}
      </h1>
      <p>
        <code>{username}</code>
        {" · "}
        <span lang="zh-CN">{unit}</span>
        {" · "}
        {t(`roles.${role}`)}
        {" · "}
        {t(`work.roles.states.${state}`)}
        {branch && (
          <>
            {" · "}
            {t("work.roles.columns.branch")} <span lang="zh-CN">{branch}</span>
          </>
        )}
      </p>
    </>
  );
}

/** The other accounts of the same human: four eyes count the person, and no administrator is anything else. */
export function RolePosts({ posts }: { posts: ListedAccount[] }) {
  const t = useTranslations();
  return (
    <section className="mt-4">
      <h2 className="text-lg font-bold">{t("work.roles.posts")}</h2>
      {posts.length === 0 && <p className="text-muted">{t("work.roles.noPosts")}</p>}
      <ul>
        {posts.map(({ id, username, unit, role, state }) => (
          <li key={id}>
            <Anchor href={`/roles/${encodeURIComponent(username)}`}>{username}</Anchor>
            {" · "}
            <span lang="zh-CN">{unit}</span>
            {` · ${t(`roles.${role}`)} · ${t(`work.roles.states.${state}`)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
