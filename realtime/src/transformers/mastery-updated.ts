import { transformer } from "./transformer.ts";

export const masteryUpdated = transformer({
  type: "mastery.updated",
  on: ["learner"],
  priority: () => "normal",
});
