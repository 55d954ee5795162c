import { escapeSuite } from "./escapes/escape-suite.ts";
import { describeSandbox } from "./sandbox-under-test.ts";

await describeSandbox("pyodide", "escapes", escapeSuite);
