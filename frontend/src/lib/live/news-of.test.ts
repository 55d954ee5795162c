import { describe, expect, it } from "vitest";
import { newsOf } from "./news-of.ts";
import { masteryUpdated } from "./test-events.ts";

describe("news", () => {
  it("names the concept that moved, from and to, and why", () => {
    const news = newsOf(masteryUpdated());
    expect(news?.toast).toMatchObject({ title: "Loops 60 to 62", text: "You solved it.", mark: "learning" });
    expect(news?.spoken).toBe("Loops 60 to 62. You solved it.");
  });

  it("is silent when no whole number changed", () => {
    const { data } = masteryUpdated();
    const concepts = data.concepts.map((concept) => ({ ...concept, before: 0.621 }));
    expect(newsOf(masteryUpdated({ concepts }))).toBeUndefined();
  });

  it("counts what moved besides", () => {
    const { data } = masteryUpdated();
    const also = data.concepts.map((concept) => ({ ...concept, concept: "sets", name: "Sets" }));
    const news = newsOf(masteryUpdated({ concepts: [...data.concepts, ...also] }));
    expect(news?.toast?.title).toBe("Loops 60 to 62 and 1 more");
  });
});
