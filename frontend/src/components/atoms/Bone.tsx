/** Holds the place of a text or number while it loads, at its final size so that nothing jumps. */
export function Bone({ width, height }: { width: string; height?: string }) {
  return <i className="bone" style={{ width, ...(height === undefined ? {} : { height }) }} />;
}
