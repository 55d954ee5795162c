/** A value as its Python literal says it. */
export type PythonValue =
  | { readonly type: "None" }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "int"; readonly value: bigint }
  | { readonly type: "float"; readonly value: number }
  | { readonly type: "complex"; readonly real: number; readonly imaginary: number }
  | { readonly type: "str"; readonly value: string }
  /** One character, 0 to 255, for each byte. */
  | { readonly type: "bytes"; readonly value: string }
  | { readonly type: "list" | "tuple" | "set" | "frozenset"; readonly items: readonly PythonValue[] }
  | { readonly type: "dict"; readonly entries: readonly (readonly [PythonValue, PythonValue])[] };

/** Names of the kinds for people, with their article. */
export const kindNames: Record<PythonValue["type"], string> = {
  None: "None",
  bool: "a truth value",
  int: "a number",
  float: "a number",
  complex: "a complex number",
  str: "a text",
  bytes: "bytes",
  list: "a list",
  tuple: "a tuple",
  set: "a set",
  frozenset: "a frozenset",
  dict: "a dictionary",
};
