/** A grader's sentence, with what stands between backquotes as code. */
export function Sentence({ text }: { text: string }) {
  return text.split("`").map((part, index) =>
    // Every second part stood between two backquotes.
    index % 2 === 1 ? <code key={index}>{part}</code> : <span key={index}>{part}</span>,
  );
}
