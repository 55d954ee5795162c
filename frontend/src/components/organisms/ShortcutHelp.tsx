"use client";

import { Dialog } from "radix-ui";
import { useEffect, useState } from "react";
import { shortcutText } from "../../lib/editor/shortcut.ts";
import { ShortcutsContext, useProvided } from "../../lib/app-context.ts";
import { Button } from "../atoms/Button.tsx";
import { Kbd } from "../atoms/Kbd.tsx";

type Row = readonly [keys: string, does: string];

const everywhere: readonly Row[] = [
  ["Ctrl K", "Find an exercise"],
  ["?", "This list, where nobody types"],
];
const inTheCode: readonly Row[] = [["Esc, then Tab", "Leave the code by keyboard"]];

/** Lists the shortcuts of this page; opens by `?` wherever nobody types. On a Mac, Cmd does what Ctrl does elsewhere. */
export function ShortcutHelp() {
  const [open, setOpen] = useState(false);
  const { listed } = useProvided(ShortcutsContext);
  const commands = listed.flatMap(({ keys, text }) => keys.map((one): Row => [shortcutText(one), text]));
  const shortcuts = listed.length > 0 ? [...commands, ...inTheCode, ...everywhere] : everywhere;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "?" || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className="status-button">
        <Kbd>?</Kbd> shortcuts
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content className="finder sheet" aria-describedby={undefined}>
          <Dialog.Title>Shortcuts</Dialog.Title>
          <dl>
            {shortcuts.map(([keys, does]) => (
              <div key={keys}>
                <dt>
                  <Kbd>{keys}</Kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <p className="small muted">On a Mac, use Cmd for Ctrl.</p>
          <Dialog.Close asChild>
            <Button>Close</Button>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
