"use client";

import type { MonacoConfig } from "@mastery/contracts/monaco-config";
import { CheckCheck, RotateCcw } from "lucide-react";
import type { ReactNode, Ref } from "react";
import type { CodeSurface, Cursor } from "../../../lib/editor/code-surface.ts";
import type { FailingLine } from "../../../lib/editor/failing-line.ts";
import { shortcutText } from "../../../lib/editor/shortcut.ts";
import { Button } from "../../atoms/Button.tsx";
import { Icon } from "../../atoms/Icon.tsx";
import { Kbd } from "../../atoms/Kbd.tsx";
import { MonacoEditor } from "../MonacoEditor.tsx";

interface CodePaneProps {
  fileName: string;
  config: MonacoConfig;
  initialText: string;
  failing: FailingLine | undefined;
  /** The word on the button, and whether it can be pressed. */
  submit: { readonly text: string; readonly possible: boolean; readonly press: () => void };
  reset: () => void;
  screenReader: { readonly on: boolean; readonly toggle: () => void };
  onChange: (text: string) => void;
  onCursor: (cursor: Cursor) => void;
  ref: Ref<CodeSurface>;
  /** Notices, between the file's bar and the code. */
  children: ReactNode;
}

export function CodePane({ ref, children, fileName, submit, reset, screenReader, ...editor }: CodePaneProps) {
  const { config } = editor;
  const keys = config.shortcuts.find(({ command }) => command === "submit")?.keys[0];
  return (
    <section id="code" aria-label="Code">
      <div className="file">
        <span className="name">{fileName}</span>
        <button
          type="button"
          className="btn reader-switch"
          aria-pressed={screenReader.on}
          onClick={screenReader.toggle}
        >
          Screen-reader mode
        </button>
        <Button kind="quiet" className="push" onClick={reset}>
          <Icon of={RotateCcw} />
          Reset <span className="vh">to the starter code</span>
        </Button>
        <Button kind="primary" aria-disabled={!submit.possible} onClick={submit.press}>
          <Icon of={CheckCheck} />
          {submit.text}
          {keys && (
            <span className="wide-only">
              <Kbd>{shortcutText(keys)}</Kbd>
            </span>
          )}
        </Button>
      </div>
      {children}
      <MonacoEditor
        {...editor}
        ref={ref}
        label={`${fileName}. Tab indents; Escape, then Tab, leaves the code.`}
      />
    </section>
  );
}
