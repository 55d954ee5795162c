"use client";

import { useConnection } from "../../lib/hooks/useConnection.ts";
import { useNow } from "../../lib/hooks/useNow.ts";
import { useSession } from "../../lib/hooks/useSession.ts";
import { ago } from "../../lib/ago.ts";
import { ConnectionLight } from "../atoms/ConnectionLight.tsx";
import { statusItemsId } from "../molecules/StatusItems.tsx";
import { ShortcutHelp } from "./ShortcutHelp.tsx";

export function StatusBar() {
  const { user } = useSession();
  return (
    <footer className="status">
      {user && <ConnectionLight />}
      {user && <LastEvent />}
      <span id={statusItemsId} className="status-items" />
      <span className="push" />
      <ShortcutHelp />
    </footer>
  );
}

const tickMs = 1_000;

function LastEvent() {
  const { lastEventAt } = useConnection();
  const now = useNow(tickMs);
  if (lastEventAt === undefined || now === undefined) return null;
  return <span className="num">Last event {ago(lastEventAt, now)} ago</span>;
}
