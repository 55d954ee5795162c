import type { Raised } from "./job.ts";

/** An exception in plain words: where, what Python said, and what usually helps. */
export function explainError(error: Raised): string {
  const where = error.line === undefined ? "" : `Line ${error.line}: `;
  const said = error.message === "" ? error.type : `${error.type}: ${error.message}`;
  const advice = error.line === undefined ? adviseCaller(error) : adviseAuthor(error);
  return `${where}${/[.!?]$/.test(said) ? said : `${said}.`}${advice && ` ${advice}`}`;
}

/** The code did not compile; nothing ran. */
export function explainInvalidCode(error: Raised): string {
  const advice = error.ancestors.includes("IndentationError")
    ? "Check the spaces at the start of this line and the line before."
    : "Python cannot read this line; the slip may also be on the line before.";
  const where = error.line === undefined ? "" : `Line ${error.line}: `;
  const said = error.message === "" ? error.type : `${error.type}: ${error.message}`;
  return `${where}${said}. ${error.line === undefined ? "" : advice}`.trimEnd();
}

/** The error arose in the test's own expression: the learner's code lacks something that the test uses. */
function adviseCaller(error: Raised): string {
  const name = quotedName(error.message);
  if (error.type === "NameError" && name) {
    return `The test uses \`${name}\`, but your code does not define it. Check the spelling.`;
  }
  if (error.type === "AttributeError" && name) return "The test uses it. Check the spelling in your class.";
  if (error.type === "TypeError") return "The test uses your code with other arguments than it accepts.";
  return advice[error.type] ?? "";
}

function adviseAuthor(error: Raised): string {
  return advice[error.type] ?? "";
}

function quotedName(message: string): string | undefined {
  return /'(\w+)'(?! object)/.exec(message)?.[1];
}

const advice: Record<string, string> = {
  NameError: "Python does not know this name here. Is it spelled as where you gave it a value?",
  UnboundLocalError: "The function uses this name before giving it a value.",
  TypeError: "This does not work with values of this kind.",
  ValueError: "The kind of value is right, but not this value.",
  IndexError: "There is no item at this position; the last one has the position length minus one.",
  KeyError: "The dictionary has no such key. `in` tells whether a key is there.",
  AttributeError: "A value of this kind has no such method or attribute.",
  ZeroDivisionError: "Check for zero before dividing.",
  RecursionError: "The function calls itself without end. Which case should stop it?",
  EOFError: "Your program asks for more input than the test types.",
  ModuleNotFoundError: "Only Python's own library is here.",
  MemoryError: "Your code needs more memory than a test may use. Does something grow without end?",
  StopIteration: "The iterator has no more items.",
  SystemExit: "Your code ended the program before the test was over.",
  FileNotFoundError: "Tests run without your files.",
};
