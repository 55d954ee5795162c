import type { AccessClaims } from "@mastery/contracts/session";
import type { Id } from "@mastery/contracts/id";

/** What deciding about a learner or class needs to know of who teaches whom. */
export interface Teaching {
  /** Whether this account teaches a class that the learner is a member of. */
  teachesLearner(accountId: Id, studentId: Id): Promise<boolean>;
  teachesClass(accountId: Id, classId: Id): Promise<boolean>;
}

type Caller = Pick<AccessClaims, "sub" | "role" | "studentId">;

/** A learner acts for themselves only, a teacher for the learners of their classes, an admin for all. */
export async function mayActForLearner(caller: Caller, studentId: Id, teaching: Teaching): Promise<boolean> {
  switch (caller.role) {
    case "student":
      return caller.studentId === studentId;
    case "teacher":
      return teaching.teachesLearner(caller.sub, studentId);
    case "admin":
      return true;
  }
}

export async function mayReadClass(caller: Caller, classId: Id, teaching: Teaching): Promise<boolean> {
  switch (caller.role) {
    case "student":
      return false;
    case "teacher":
      return teaching.teachesClass(caller.sub, classId);
    case "admin":
      return true;
  }
}
