"use client";

import type { Recommendation } from "@mastery/contracts/recommendation";
import Link from "next/link";
import { useRef } from "react";
import { useMastery } from "../../lib/hooks/useMastery.ts";
import { useRecommendations } from "../../lib/hooks/useRecommendations.ts";
import { Pane } from "../molecules/Pane.tsx";
import { PaneFault } from "../molecules/PaneFault.tsx";
import { RecommendationItem } from "../molecules/RecommendationItem.tsx";
import { RowBones } from "../molecules/RowBones.tsx";
import { showToast } from "../molecules/Toast.tsx";

/** More than three is a choice of its own; the next one moves up when one is put away. */
const shownMax = 3;

/** What to practise next: a reason and one button each. */
export function NextPane({ studentId }: { studentId: string | undefined }) {
  const { data, error, refetch, isFetching, accept, dismiss } = useRecommendations(studentId);
  const list = useRef<HTMLOListElement>(null);
  const notNow = (item: Recommendation) => {
    // The pressed button leaves the page; the keyboard stays with the list.
    list.current?.focus();
    dismiss.mutateAsync(item.id).catch(() =>
      showToast({
        mark: "error",
        tone: "bad",
        title: `${item.title} is still suggested`,
        text: "The server did not take the answer.",
        action: { label: "Try again", onPress: () => notNow(item) },
      }),
    );
  };
  return (
    <Pane
      className="next"
      title="What next?"
      aside={
        data &&
        data.items.length > shownMax && (
          <span className="small muted num">
            {shownMax} of {data.items.length} suggestions
          </span>
        )
      }
    >
      {data ? (
        <Suggestions
          items={data.items.slice(0, shownMax)}
          studentId={studentId}
          ref={list}
          accept={(id) => accept.mutate(id)}
          dismiss={notNow}
        />
      ) : error ? (
        <PaneFault what="Your suggestions" error={error} retry={() => void refetch()} retrying={isFetching} />
      ) : (
        <RowBones label="Loading suggestions" count={shownMax} height="5.1rem" />
      )}
    </Pane>
  );
}

interface SuggestionsProps {
  items: readonly Recommendation[];
  studentId: string | undefined;
  ref: React.Ref<HTMLOListElement>;
  accept: (id: string) => void;
  dismiss: (item: Recommendation) => void;
}

function Suggestions({ items, studentId, ref, accept, dismiss }: SuggestionsProps) {
  const { data: mastery } = useMastery(studentId);
  if (items.length === 0) {
    return (
      <div className="empty">
        <p>
          <strong>Nothing to suggest just now.</strong>
          <br />
          <span className="muted">You have solved what is open to you, or put it off.</span>
        </p>
        <Link href="/exercises" prefetch={false}>
          See all exercises
        </Link>
      </div>
    );
  }
  return (
    <ol className="recs" ref={ref} tabIndex={-1} aria-label="Suggestions">
      {items.map((item) => (
        <RecommendationItem
          key={item.id}
          item={item}
          status={
            mastery?.concepts.find(({ concept }) => concept === item.concepts[0]?.concept)?.status ?? "ready"
          }
          accept={() => accept(item.id)}
          dismiss={() => dismiss(item)}
        />
      ))}
    </ol>
  );
}
