/** Above this many comparisons the middle is taken as wholly different: a page must not freeze over a huge value. */
const comparisonsMax = 250_000;

/** Pairs of positions that hold the same text in both lists, rising, as many as possible. */
export function longestCommon(left: readonly string[], right: readonly string[]): [number, number][] {
  let start = 0;
  while (start < Math.min(left.length, right.length) && left[start] === right[start]) start += 1;
  let end = 0;
  const endMax = Math.min(left.length, right.length) - start;
  while (end < endMax && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;
  const pairs: [number, number][] = [];
  for (let at = 0; at < start; at += 1) pairs.push([at, at]);
  const [leftEnd, rightEnd] = [left.length - end, right.length - end];
  if ((leftEnd - start) * (rightEnd - start) <= comparisonsMax) {
    pairs.push(...commonBetween(left, right, start, leftEnd, rightEnd));
  }
  for (let at = 0; at < end; at += 1) pairs.push([leftEnd + at, rightEnd + at]);
  return pairs;
}

/** The classic table of longest common subsequences, read from its start. */
function commonBetween(
  left: readonly string[],
  right: readonly string[],
  start: number,
  leftEnd: number,
  rightEnd: number,
): [number, number][] {
  const width = rightEnd - start + 1;
  const longest = new Uint32Array((leftEnd - start + 1) * width);
  const lengthAt = (l: number, r: number) => longest[(l - start) * width + (r - start)] ?? 0;
  for (let l = leftEnd - 1; l >= start; l -= 1) {
    for (let r = rightEnd - 1; r >= start; r -= 1) {
      longest[(l - start) * width + (r - start)] =
        left[l] === right[r] ? lengthAt(l + 1, r + 1) + 1 : Math.max(lengthAt(l + 1, r), lengthAt(l, r + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let [l, r] = [start, start]; l < leftEnd && r < rightEnd;) {
    if (left[l] === right[r]) pairs.push([l++, r++]);
    else if (lengthAt(l + 1, r) >= lengthAt(l, r + 1)) l += 1;
    else r += 1;
  }
  return pairs;
}
