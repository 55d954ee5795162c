import { transformer } from "./transformer.ts";

export const classActivity = transformer({
  type: "class.activity",
  on: ["class"],
  priority: () => "normal",
  refuse: (data, classId) =>
    data.classId === classId ? undefined : `data.classId: is ${data.classId}, on the stream of ${classId}`,
});
