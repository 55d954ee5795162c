import { uuidv7 } from "uuidv7";
import { insertPerson } from "../src/sign-in/create-account.ts";
import { addClassMember, insertClass } from "../src/stores/classes.ts";
import type { Database } from "../src/stores/database.ts";
import { enrol } from "../src/stores/enrolments.ts";
import { practiceCourse } from "./practice-course.ts";

/** A learner of the practice course; the answer is the student's id. */
export async function makeLearner(db: Database, displayName = "Ada"): Promise<string> {
  const now = new Date();
  const person = { displayName, role: "student", passwordHash: "none" } as const;
  const created = await insertPerson(db, { ...person, email: `${uuidv7()}@school.example` }, now);
  if (created.type !== "created" || created.studentId === undefined) throw new Error("not a learner");
  await enrol(db, { studentId: created.studentId, course: practiceCourse.slug, now });
  return created.studentId;
}

/** A class of the practice course, or of another one, with these learners. */
export async function makeClassOf(
  db: Database,
  studentIds: readonly string[],
  course = practiceCourse.slug,
): Promise<string> {
  const classId = uuidv7();
  const now = new Date();
  await insertClass(db, {
    id: classId,
    name: "Year 9",
    course,
    inviteCode: classId.slice(-12),
    createdAt: now,
  });
  for (const studentId of studentIds) await addClassMember(db, { classId, studentId, now });
  return classId;
}
