import { grants } from "@mastery/access/grants";
import type { User } from "@mastery/contracts/session";
import type { Person } from "../../stores/accounts.ts";
import type { Courses } from "../deps.ts";

/** A person as they see themselves. Admins look after every course. */
export function userView(person: Person, courses: Courses): User {
  const { id, studentId, displayName, role, timeZone, demo } = person;
  return {
    id,
    ...(studentId !== undefined && { studentId }),
    displayName,
    role,
    permissions: [...grants[role]],
    timeZone,
    courses: role === "admin" ? [...courses.keys()] : [...person.courses],
    demo,
  };
}
