import { sandboxContract } from "./sandbox-contract.ts";
import { describeSandbox } from "./sandbox-under-test.ts";

await describeSandbox("bubblewrap", "keeps the contract", sandboxContract);
