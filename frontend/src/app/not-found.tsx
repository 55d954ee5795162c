import Link from "next/link";
import { buttonClass } from "../components/atoms/Button.tsx";

export default function NotFoundPage() {
  return (
    <section className="pane grow">
      <h1>There is no such page</h1>
      <p className="lead muted">The address may be mistyped, or what was here has moved.</p>
      <Link className={buttonClass("primary")} href="/" prefetch={false}>
        Go to the start
      </Link>
    </section>
  );
}
