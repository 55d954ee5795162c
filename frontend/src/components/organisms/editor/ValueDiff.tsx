import { diffValues, type DiffLine } from "../../../lib/editor/diff-values.ts";

const words: Record<DiffLine["side"], { who: string; sign: string; className: string | undefined }> = {
  both: { who: "", sign: "", className: undefined },
  expected: { who: "expected", sign: "\u2212", className: "exp" },
  got: { who: "got", sign: "+", className: "got" },
};

/** What was expected against what came. Words, signs and underlines carry it without colour. */
export function ValueDiff({ expected, got }: { expected: string; got: string }) {
  return (
    <div className="diff" tabIndex={0} role="group" aria-label="Expected and got">
      {diffValues(expected, got).map(({ side, pieces }, index) => (
        <div key={index} className={words[side].className}>
          <span className="who">{words[side].who}</span>
          <span className="sign" aria-hidden="true">
            {words[side].sign}
          </span>
          <code>
            {pieces.map((piece, at) =>
              piece.marked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
            )}
          </code>
        </div>
      ))}
    </div>
  );
}
