export type Substitution =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "refused"; readonly problems: string[] };

const placeholder = /\$\{\{\s*(.*?)\s*\}\}/gs;
const environmentCall = /^env\s+"([^"]*)"$/;

/**
 * Puts values in place of `${{ env "DECK_NAME" }}`, in the text before it is read as YAML, as deck does.
 * A value may not hold a line break: it would end the YAML scalar it stands in and write configuration of its own.
 */
export function substitute(text: string, values: Readonly<Record<string, string>>): Substitution {
  const problems: string[] = [];
  const replaced = text.replace(placeholder, (whole, expression: string) => {
    const name = environmentCall.exec(expression)?.[1];
    if (name === undefined) {
      problems.push(`\`${whole}\`: only \${{ env "DECK_NAME" }} is understood`);
    } else if (!name.startsWith("DECK_")) {
      problems.push(`\`${name}\`: names begin with DECK_`);
    } else if (values[name] === undefined) {
      problems.push(`\`${name}\` has no value`);
    } else if (/[\r\n]/.test(values[name])) {
      problems.push(`the value of \`${name}\` must be one line`);
    } else {
      return values[name];
    }
    return whole;
  });
  return problems.length > 0 ? { type: "refused", problems } : { type: "text", text: replaced };
}
