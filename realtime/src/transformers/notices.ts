import { transformer } from "./transformer.ts";

export const systemNotice = transformer({
  type: "system.notice",
  on: ["everyone", "learner", "teacher", "class"],
  priority: ({ level }) => (level === "warning" ? "high" : "normal"),
});

export const skillsChanged = transformer({
  type: "skills.changed",
  on: ["everyone"],
  priority: () => "normal",
});

export const flagsChanged = transformer({
  type: "flags.changed",
  on: ["everyone"],
  priority: () => "high",
});
