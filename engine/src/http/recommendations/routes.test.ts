import { Recommendations } from "@mastery/contracts/recommendation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestEngine, type TestEngine, type TestPerson } from "../../../test-support/test-engine.ts";

const dayMs = 86_400_000;

describe("recommendations", () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await createTestEngine();
  });
  afterAll(() => engine.close());

  async function read(person: TestPerson, studentId = person.studentId): Promise<Recommendations> {
    const url = `/api/recommendations/${studentId}`;
    const response = await engine.app.inject({ method: "GET", url, headers: person.bearer });
    expect(response.statusCode).toBe(200);
    return Recommendations.parse(response.json());
  }

  async function answer(person: TestPerson, id: string, verb: "accept" | "dismiss"): Promise<number> {
    const url = `/api/recommendations/${person.studentId}/${id}/${verb}`;
    return (await engine.app.inject({ method: "POST", url, headers: person.bearer })).statusCode;
  }

  async function only(person: TestPerson): Promise<Recommendations["items"][number]> {
    const { items } = await read(person);
    expect(items).toHaveLength(1);
    const [item] = items;
    if (!item) throw new Error("nothing was recommended");
    return item;
  }

  it("suggests what is open to a newcomer, with a reason and what the catalogue knows", async () => {
    const item = await only(await engine.person("student"));
    expect(item).toMatchObject({ exercise: "greeting", title: "Greeting", difficulty: 1, status: "new" });
    expect(item.concepts).toEqual([{ concept: "variables", name: "Variables" }]);
    expect(item.reason.text).not.toBe("");
  });

  it("keeps an open suggestion's id, also when two pages ask at once, and counts it as shown once", async () => {
    const ada = await engine.person("student");
    const pages = await Promise.all([read(ada), read(ada), read(ada)]);
    const again = await read(ada);
    const ids = new Set([...pages, again].map(({ items }) => items[0]?.id));
    expect(ids.size).toBe(1);
    expect(again).toMatchObject({ shown: 1, accepted: 0 });
  });

  it("counts an accepted one once, however often it is said", async () => {
    const ada = await engine.person("student");
    const { id } = await only(ada);
    expect([await answer(ada, id, "accept"), await answer(ada, id, "accept")]).toEqual([204, 204]);
    const after = await read(ada);
    expect(after).toMatchObject({ shown: 1, accepted: 1 });
    expect(after.items[0]?.id).toBe(id);
  });

  it("keeps a dismissed exercise away for three days, then may suggest it anew", async () => {
    const ada = await engine.person("student");
    const { id } = await only(ada);
    expect(await answer(ada, id, "dismiss")).toBe(204);
    expect((await read(ada)).items).toEqual([]);
    const later = await engine.person("student");
    const dismissed = await only(later);
    await answer(later, dismissed.id, "dismiss");
    await engine.deps.pool.query("UPDATE recommendations SET dismissed_at = $1 WHERE id = $2", [
      new Date(engine.deps.clock().getTime() - 3 * dayMs - 1),
      dismissed.id,
    ]);
    expect((await only(later)).id).not.toBe(dismissed.id);
  });

  it("does not count a teacher's look as shown", async () => {
    const { classId } = await engine.makeClass();
    const learner = await engine.person("student", { classId });
    const teacher = await engine.person("teacher", { classId });
    const looked = await read(teacher, learner.studentId);
    expect(looked).toMatchObject({ shown: 0, items: [{ exercise: "greeting" }] });
    expect(await read(learner)).toMatchObject({ shown: 1, items: [{ id: looked.items[0]?.id }] });
  });

  it("answers 404 for a suggestion that this learner never got", async () => {
    const [ada, grace] = [await engine.person("student"), await engine.person("student")];
    const { id } = await only(ada);
    expect(await answer(grace, id, "accept")).toBe(404);
    expect(await read(ada)).toMatchObject({ accepted: 0 });
  });
});
