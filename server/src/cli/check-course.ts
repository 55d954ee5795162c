import { checkCourse } from "@mastery/engine/course/check-course";
import { loadCourse } from "@mastery/engine/course/load-course";
import { chooseSandbox } from "@mastery/engine/sandbox/choose-sandbox";
import { resolve } from "node:path";
import { StartFault } from "../start-fault.ts";

/** Proves a course: every solution passes, every starter does not, every wrong solution fails where it says. */
export async function checkCourseCommand(folder: string): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const loaded = await loadCourse(resolve(folder));
  if (loaded.type === "faults") {
    for (const fault of loaded.faults) say(`${fault.file}: ${fault.message}`);
    throw new StartFault("course_faulty", `${loaded.faults.length} faults; nothing was run.`);
  }
  const { sandbox, reason } = await chooseSandbox({ say });
  say(`Checking ${loaded.course.title} with ${reason}.`);
  try {
    const report = await checkCourse(loaded.course, sandbox, ({ slug, tests, wrongSolutions, faults }) => {
      const verdict = faults.length === 0 ? "good" : "FAULTY";
      say(`  ${verdict}  ${slug}: ${tests} tests, ${wrongSolutions} wrong solutions`);
      for (const fault of faults) say(`          ${fault}`);
    });
    const faulty = report.exercises.filter(({ faults }) => faults.length > 0).length;
    if (!report.ok) throw new StartFault("course_faulty", `${faulty} exercises do not prove themselves.`);
    say(`All ${report.exercises.length} exercises prove themselves.`);
  } finally {
    await sandbox.close();
  }
}
