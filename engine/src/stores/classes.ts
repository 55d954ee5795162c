import type { Teaching } from "@mastery/access/may-act-for";
import type { Id } from "@mastery/contracts/id";
import type { Insertable, Selectable } from "kysely";
import type { Database, Tables } from "./database.ts";

export type Class = Selectable<Tables["classes"]>;

export async function insertClass(db: Database, row: Insertable<Tables["classes"]>): Promise<void> {
  await db.insertInto("classes").values(row).execute();
}

export function selectClass(db: Database, id: Id): Promise<Class | undefined> {
  return db.selectFrom("classes").selectAll().where("id", "=", id).executeTakeFirst();
}

/** People type invite codes by hand: capitals do not matter. */
export function selectClassByInvite(db: Database, inviteCode: string): Promise<Class | undefined> {
  return db
    .selectFrom("classes")
    .selectAll()
    .where((where) => where(where.fn("upper", ["inviteCode"]), "=", inviteCode.trim().toUpperCase()))
    .executeTakeFirst();
}

export async function addClassMember(
  db: Database,
  { classId, studentId, now }: { readonly classId: Id; readonly studentId: Id; readonly now: Date },
): Promise<void> {
  await db
    .insertInto("classMembers")
    .values({ classId, studentId, joinedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function addClassTeacher(db: Database, classId: Id, accountId: Id): Promise<void> {
  await db
    .insertInto("classTeachers")
    .values({ classId, accountId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export type ClassWithSize = Pick<Class, "id" | "name" | "course"> & { readonly learners: number };

/** The classes that this account teaches, or every class there is; by name. */
export async function selectClasses(db: Database, taughtBy: Id | undefined): Promise<ClassWithSize[]> {
  const classes = db
    .selectFrom("classes")
    .leftJoin("classMembers", "classMembers.classId", "classes.id")
    .select(["classes.id", "classes.name", "classes.course"])
    .select((column) => column.fn.count("classMembers.studentId").as("learners"))
    .groupBy("classes.id")
    .orderBy("classes.name")
    .orderBy("classes.id");
  const rows = await (
    taughtBy === undefined
      ? classes
      : classes.where("classes.id", "in", (where) =>
          where.selectFrom("classTeachers").select("classId").where("accountId", "=", taughtBy),
        )
  ).execute();
  return rows.map((row) => ({ ...row, learners: Number(row.learners) }));
}

/** Slugs; the course of the newest class first. */
export async function coursesTaughtBy(db: Database, accountId: Id): Promise<string[]> {
  const rows = await db
    .selectFrom("classes")
    .innerJoin("classTeachers", "classTeachers.classId", "classes.id")
    .select("classes.course")
    .where("classTeachers.accountId", "=", accountId)
    .groupBy("classes.course")
    .orderBy((column) => column.fn.max("classes.createdAt"), "desc")
    .orderBy("classes.course")
    .execute();
  return rows.map((row) => row.course);
}

/** Who teaches whom, asked of the database each time: a membership that ended counts at once. */
export function createTeaching(db: Database): Teaching {
  return {
    async teachesLearner(accountId, studentId) {
      const row = await db
        .selectFrom("classTeachers")
        .innerJoin("classMembers", "classMembers.classId", "classTeachers.classId")
        .select("classTeachers.classId")
        .where("classTeachers.accountId", "=", accountId)
        .where("classMembers.studentId", "=", studentId)
        .executeTakeFirst();
      return row !== undefined;
    },
    async teachesClass(accountId, classId) {
      const row = await db
        .selectFrom("classTeachers")
        .select("classId")
        .where("accountId", "=", accountId)
        .where("classId", "=", classId)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
