/** A key figure of a page with its name; stands in a `<dl>`. */
export function Figure({ value, name }: { value: number | string; name: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">{value}</dd>
    </div>
  );
}
