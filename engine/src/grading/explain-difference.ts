import { equalPython } from "./equal-python.ts";
import { kindNames, type PythonValue } from "./python-value.ts";

/** Why two different values differ, in one plain sentence. */
export function explainDifference(expected: PythonValue, got: PythonValue): string {
  if (kindOf(expected) !== kindOf(got)) return differentKinds(expected, got);
  if (expected.type === "str" && got.type === "str") return differentTexts(expected.value, got.value);
  if ("items" in expected && "items" in got) return differentItems(expected, got);
  if (expected.type === "dict" && got.type === "dict") return differentEntries(expected.entries, got.entries);
  return "The result is not the expected one.";
}

function kindOf(value: PythonValue): string {
  if (value.type === "float") return "int";
  return value.type === "frozenset" ? "set" : value.type;
}

function differentKinds(expected: PythonValue, got: PythonValue): string {
  if (expected.type === "bool" && got.type === "str" && /^(True|False)$/.test(got.value)) {
    return `Expected the truth value ${expected.value ? "True" : "False"}, got a text. Leave out the quotes.`;
  }
  return `Expected ${nameOf(expected)}, got ${nameOf(got)}.`;
}

function nameOf(value: PythonValue): string {
  if (value.type === "bool") return `the truth value ${value.value ? "True" : "False"}`;
  return kindNames[value.type];
}

function differentTexts(expected: string, got: string): string {
  if (expected.toLowerCase() === got.toLowerCase()) return "Only upper and lower case differ.";
  if (withoutSpace(expected) === withoutSpace(got)) return "Only spaces or line breaks differ.";
  if (got === "") return "The text is empty.";
  return "The text is not the expected one.";
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s/g, "");
}

type Collection = Extract<PythonValue, { items: readonly PythonValue[] }>;

function differentItems(expected: Collection, got: Collection): string {
  const [wanted, had] = [expected.items.length, got.items.length];
  if (wanted !== had) return `Expected ${countItems(wanted)}, got ${countItems(had)}.`;
  if (expected.type !== "list" && expected.type !== "tuple") return "Some members are not the expected ones.";
  const sameMembers = equalPython({ type: "set", items: expected.items }, { type: "set", items: got.items });
  if (sameMembers) return "The right items, in another order.";
  const index = expected.items.findIndex((item, at) => !equalPython(item, got.items[at] ?? { type: "None" }));
  const [want, have] = [expected.items[index], got.items[index]];
  const inside = want && have && kindOf(want) !== kindOf(have) ? ` There: ${differentKinds(want, have)}` : "";
  return `The item at position ${index} differs.${inside}`;
}

function countItems(count: number): string {
  return count === 1 ? "1 item" : `${count} items`;
}

type Entries = readonly (readonly [PythonValue, PythonValue])[];

function differentEntries(expected: Entries, got: Entries): string {
  const has = (entries: Entries, key: PythonValue) => entries.some(([other]) => equalPython(key, other));
  if (expected.some(([key]) => !has(got, key))) return "A key is missing from the dictionary.";
  if (got.some(([key]) => !has(expected, key))) return "The dictionary has a key too many.";
  return "The keys are right, but a value differs.";
}
