import { Command, Option } from "commander";
import { FlagName } from "@mastery/contracts/flag";
import { checkCourseCommand } from "./check-course.ts";
import { listFlags, setFlagCommand } from "./flags.ts";
import { startCommand } from "./start.ts";
import { addUser, changePassword } from "./users.ts";

/** The `mastery` command line. */
export function program(): Command {
  const mastery = new Command("mastery").description("Real-time mastery learning for Python classes");
  mastery
    .command("start", { isDefault: true })
    .description("run everything on this machine")
    .addOption(new Option("--role <role>", "which part to run").choices(["all"]).default("all"))
    .option("--dev", "reload pages when their source changes", false)
    .action(startCommand);
  addUserCommands(mastery);
  addFlagCommands(mastery);
  mastery
    .command("course")
    .description("work on courses")
    .command("check <folder>")
    .description("prove every exercise of a course in the sandbox")
    .action(checkCourseCommand);
  return mastery;
}

function addUserCommands(mastery: Command): void {
  const user = mastery.command("user").description("accounts");
  user
    .command("add <email>")
    .description(
      "make an account for a teacher or an admin (learners join by invite); the password is read from the terminal",
    )
    .requiredOption("--name <name>", "how the person is called")
    .addOption(
      new Option("--role <role>", "what the person may do")
        .choices(["teacher", "admin"])
        .makeOptionMandatory(),
    )
    .option("--class <name>", "for a teacher: also make a class of this name")
    .option("--course <slug>", "the class's course", "python")
    .action(addUser);
  user
    .command("password <email>")
    .description("give an account a new password and end its sign-ins")
    .action(changePassword);
}

function addFlagCommands(mastery: Command): void {
  const flag = mastery.command("flag").description("feature flags, while the product runs");
  flag.command("list").description("show every flag").action(listFlags);
  flag
    .command("set <name> <value>")
    .description(`true, false or a share such as 25%; names: ${FlagName.options.join(", ")}`)
    .action(setFlagCommand);
}
