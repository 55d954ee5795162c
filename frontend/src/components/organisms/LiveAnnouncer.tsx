"use client";

import { useState } from "react";
import { useLiveEvents } from "../../lib/hooks/useLiveEvents.ts";
import { newsOf } from "../../lib/live/news-of.ts";
import { showToast } from "../molecules/Toast.tsx";

/** Says each verdict and each change of mastery once: as a toast for the eye, in a live region for the ear. */
export function LiveAnnouncer() {
  const [said, setSaid] = useState("");
  useLiveEvents((event) => {
    const news = newsOf(event);
    if (!news) return;
    if (news.toast) showToast(news.toast);
    setSaid(news.spoken);
  });
  return (
    <div className="vh" aria-live="polite">
      {said}
    </div>
  );
}
