// Every relative link in a document leads to a file that exists.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const documents = execFileSync("git", ["ls-files", "*.md"], { encoding: "utf8" }).split("\n").filter(Boolean);
const broken = documents.flatMap((document) =>
  [...readFileSync(document, "utf8").matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1].split("#", 1)[0])
    .filter((target) => target !== "" && !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(join(dirname(document), target)))
    .map((target) => `${document}: ${target}`),
);
if (broken.length > 0) console.error(`Links that lead nowhere:\n  ${broken.join("\n  ")}`);
else console.log(`Checked the links of ${documents.length} documents.`);
process.exit(broken.length === 0 ? 0 : 1);
