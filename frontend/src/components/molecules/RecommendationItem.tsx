import type { ConceptStatus } from "@mastery/contracts/exercise";
import type { Recommendation } from "@mastery/contracts/recommendation";
import Link from "next/link";
import { percent } from "../../lib/percent.ts";
import { Button, buttonClass } from "../atoms/Button.tsx";
import { Mark } from "../atoms/Mark.tsx";

interface RecommendationItemProps {
  item: Recommendation;
  /** Of its first concept. */
  status: ConceptStatus;
  accept: () => void;
  dismiss: () => void;
}

export function RecommendationItem({ item, status, accept, dismiss }: RecommendationItemProps) {
  const { title, exercise, reason, concepts, difficulty, pSuccess } = item;
  return (
    <li>
      <h3>{title}</h3>
      <p className="small">{reason.text}.</p>
      <p className="tag num wraps">
        <Mark name={status} label={status} />
        {concepts.map(({ name }) => name).join(", ")} <span aria-hidden="true">/</span> difficulty{" "}
        {difficulty} <span aria-hidden="true">/</span> {percent(pSuccess)} % likely to pass
      </p>
      <div className="do">
        <Link
          className={buttonClass("primary")}
          href={`/editor/${exercise}`}
          prefetch={false}
          onClick={accept}
          aria-label={`${verb(item)} ${title}`}
        >
          {verb(item)}
        </Link>
        <Button kind="quiet" onClick={dismiss} aria-label={`Not now: ${title}`}>
          Not now
        </Button>
      </div>
    </li>
  );
}

function verb({ status }: Recommendation): string {
  switch (status) {
    case "new":
      return "Start";
    case "tried":
      return "Resume";
    case "passed":
      return "Again";
  }
}
