"use client";

import { CloudOff } from "lucide-react";
import { useHealth } from "../../lib/hooks/useHealth.ts";
import { Bone } from "../atoms/Bone.tsx";
import { Mark, type MarkName } from "../atoms/Mark.tsx";
import { Note } from "../molecules/Note.tsx";

type Status = "healthy" | "degraded" | "down";

const marks: Record<Status, MarkName> = { healthy: "passed", degraded: "error", down: "failed" };
const words: Record<Status, string> = { healthy: "Working", degraded: "Limping", down: "Down" };
const headings: Record<Status, string> = {
  healthy: "Everything works",
  degraded: "Some parts do not work",
  down: "Not working just now",
};
const partNames: Record<string, string> = {
  pages: "Pages",
  gateway: "Gateway",
  engine: "Engine",
  events: "Event stream",
  skills: "Skills",
};

/** How each part of the installation is, live. */
export function StatusBoard() {
  const { data, isError, dataUpdatedAt } = useHealth();
  return (
    <section className="pane" aria-labelledby="status-title">
      <header>
        <h1 id="status-title">{data ? headings[data.status] : "Status"}</h1>
        <span className="push tiny muted num">
          {dataUpdatedAt > 0 && `Checked at ${new Date(dataUpdatedAt).toLocaleTimeString()}`}
        </span>
      </header>
      {isError && (
        <Note tone="bad" icon={CloudOff} announce="politely">
          <strong>The server is not answering.</strong> What stands below may be old.
        </Note>
      )}
      <ul className="parts" aria-busy={!data}>
        {data
          ? Object.entries(data.parts).map(([part, { status, latencyMs, detail }]) => (
              <li key={part}>
                <Mark name={marks[status]} />
                <span>{partNames[part] ?? part}</span>
                <strong>{words[status]}</strong>
                <span className="muted">{detail}</span>
                <span className="num muted">{latencyMs} ms</span>
              </li>
            ))
          : Object.keys(partNames).map((part) => (
              <li key={part}>
                <Bone width="14px" height="14px" />
                <span>
                  <Bone width="6rem" />
                </span>
                <strong>
                  <Bone width="4rem" />
                </strong>
                <span className="muted">
                  <Bone width="8rem" />
                </span>
                <span className="num muted">
                  <Bone width="3rem" />
                </span>
              </li>
            ))}
      </ul>
    </section>
  );
}
