import { sandboxContract } from "./sandbox-contract.ts";
import { describeSandbox } from "./sandbox-under-test.ts";

await describeSandbox("pyodide", "keeps the contract", sandboxContract);
