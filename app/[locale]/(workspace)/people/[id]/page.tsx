import { getTranslations } from "next-intl/server";
import { AccountActs } from "@/components/people/account-acts";
import { EditAccount } from "@/components/people/edit-account-form";
import { LiaisonUnits } from "@/components/people/liaison-units";
import { AccountStateTag } from "@/components/people/people-list";
import { Anchor } from "@/components/ui/anchor";
import { Day } from "@/components/ui/day";
import { Fact, Facts } from "@/components/ui/facts";
import { disable, edit, enable, findUnits, liaison } from "../actions";
import { loadPerson } from "./load-person";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.people"))("person") };
}

export default async function PersonPage({ params }: Props) {
  const { actor, person } = await loadPerson(params);
  const { name, username, unit, role, post, state, lastSeenOn, leftOn } = person;
  const t = await getTranslations();
  const say = await getTranslations("work.people");
  return (
    <>
      <p className="text-sm">
        <Anchor href="/people">{say("title")}</Anchor>
      </p>
      <h1 lang="zh-CN" className="mb-3 text-2xl font-bold">
        {name}
      </h1>
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
        <div className="space-y-8">
          <Facts>
            <Fact label={say("state")}>
              <AccountStateTag state={state} />
              <p className="text-sm text-muted">{say(`stateHints.${state}`)}</p>
            </Fact>
            <Fact label={say("fields.username")}>{username}</Fact>
            <Fact label={say("fields.unit")}>
              <span lang="zh-CN">{unit}</span>
            </Fact>
            <Fact label={say("fields.role")}>{t(`roles.${role}`)}</Fact>
            <Fact label={say("fields.post")}>
              <span lang="zh-CN">{post || say("none")}</span>
            </Fact>
            <Fact label={say("lastSeen")}>
              {lastSeenOn ? <Day day={lastSeenOn} /> : say("never")}
            </Fact>
            {leftOn && (
              <Fact label={say("leftOn")}>
                <Day day={leftOn} />
              </Fact>
            )}
          </Facts>
          <AccountActs
            person={person}
            isOwn={person.id === actor.id}
            disable={disable}
            enable={enable}
          />
        </div>
        <div className="space-y-8">
          {!leftOn && <EditAccount person={person} edit={edit} />}
          <LiaisonUnits person={person} set={liaison} findUnits={findUnits} />
        </div>
      </div>
    </>
  );
}
