import type { ClassView } from "@mastery/contracts/class";
import type { EventData } from "@mastery/contracts/event-data";

/** The class with one learner's newest activity; as it was when the view already contains the event. */
export function patchClass(
  view: ClassView,
  activity: EventData<"class.activity">,
  sequence: number,
): ClassView {
  if (view.classId !== activity.classId || sequence <= view.asOfEvent) return view;
  const { studentId, overall, at, exercise, title, status } = activity;
  return {
    ...view,
    asOfEvent: sequence,
    members: view.members.map((member) =>
      member.studentId === studentId
        ? { ...member, overall, lastActiveAt: at, last: { exercise, title, status, at } }
        : member,
    ),
  };
}
