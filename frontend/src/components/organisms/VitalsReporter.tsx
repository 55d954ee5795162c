"use client";

import { useReportWebVitals } from "next/web-vitals";
import { useEffect } from "react";
import {
  createVitalsCollector,
  sendBeacon,
  sendOnHide,
  watchFirstInput,
} from "../../middleware/performance.ts";

const collector = createVitalsCollector(() => location.pathname, sendBeacon);
/** One identity for the life of the page, or each render would report again. */
const report = ({ name, value, id }: { name: string; value: number; id: string }) =>
  collector.add(name, value, id);

/** Reports how fast this page felt. */
export function VitalsReporter() {
  useReportWebVitals(report);
  useEffect(() => {
    const ends = [watchFirstInput(collector), sendOnHide(collector)];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  return null;
}
