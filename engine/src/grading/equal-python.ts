import { formatPython } from "./format-python.ts";
import type { PythonValue } from "./python-value.ts";

const relativeTolerance = 1e-9;
const absoluteTolerance = 1e-12;
/** Sets whose members do not match by their text are compared pair by pair, up to this size. */
const pairwiseMembersMax = 300;

/**
 * Equality as a teacher means it: integers and floats by value, floats with a tolerance, sets and dictionaries in
 * any order, nan equal to nan; but True is not 1, and a list is not a tuple.
 */
export function equalPython(a: PythonValue, b: PythonValue): boolean {
  if (isReal(a) && isReal(b)) return equalNumbers(a, b);
  switch (a.type) {
    case "None":
      return b.type === "None";
    case "bool":
    case "str":
    case "bytes":
      return b.type === a.type && b.value === a.value;
    case "int":
    case "float":
      return false;
    case "complex":
      return b.type === "complex" && close(a.real, b.real) && close(a.imaginary, b.imaginary);
    case "list":
    case "tuple":
      return b.type === a.type && equalSequences(a.items, b.items);
    case "set":
    case "frozenset":
      return (b.type === "set" || b.type === "frozenset") && equalUnordered(a.items, b.items);
    case "dict":
      return b.type === "dict" && equalUnordered(a.entries.map(pairOf), b.entries.map(pairOf));
  }
}

type Real = Extract<PythonValue, { type: "int" | "float" }>;

function isReal(value: PythonValue): value is Real {
  return value.type === "int" || value.type === "float";
}

function equalNumbers(a: Real, b: Real): boolean {
  if (a.type === "int" && b.type === "int") return a.value === b.value;
  return close(Number(a.value), Number(b.value));
}

function close(a: number, b: number): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  return (
    Math.abs(a - b) <= Math.max(relativeTolerance * Math.max(Math.abs(a), Math.abs(b)), absoluteTolerance)
  );
}

function equalSequences(a: readonly PythonValue[], b: readonly PythonValue[]): boolean {
  return a.length === b.length && a.every((item, index) => equalPython(item, b[index] ?? { type: "None" }));
}

function pairOf([key, item]: readonly [PythonValue, PythonValue]): PythonValue {
  return { type: "tuple", items: [key, item] };
}

function equalUnordered(a: readonly PythonValue[], b: readonly PythonValue[]): boolean {
  if (a.length !== b.length) return false;
  const byText = new Map<string, number>();
  for (const item of b) byText.set(formatPython(item), (byText.get(formatPython(item)) ?? 0) + 1);
  const unmatched = a.filter((item) => {
    const left = byText.get(formatPython(item)) ?? 0;
    byText.set(formatPython(item), left - 1);
    return left < 1;
  });
  if (unmatched.length === 0) return true;
  return a.length <= pairwiseMembersMax && equalPairwise(a, b);
}

function equalPairwise(a: readonly PythonValue[], b: readonly PythonValue[]): boolean {
  const left = [...b];
  return a.every((item) => {
    const index = left.findIndex((other) => equalPython(item, other));
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
}
