"use client";

import type { MonacoConfig } from "@mastery/contracts/monaco-config";
import { useEffect, useEffectEvent, useImperativeHandle, useRef, useState, type Ref } from "react";
import { cursorAt, type CodeSurface, type Cursor } from "../../lib/editor/code-surface.ts";
import type { FailingLine } from "../../lib/editor/failing-line.ts";
import { loadMonaco, type Monaco } from "../../lib/editor/load-monaco.ts";
import { createMonacoSurface, type MonacoSurface } from "../../lib/editor/monaco-surface.ts";
import { textAreaSurface } from "../../lib/editor/text-area-surface.ts";

interface MonacoEditorProps {
  /** What is edited and how a keyboard gets out, for a screen reader. */
  label: string;
  config: MonacoConfig;
  /** The text to begin with; from then on the editor owns it, see `ref`. */
  initialText: string;
  failing: FailingLine | undefined;
  onChange: (text: string) => void;
  onCursor: (cursor: Cursor) => void;
  ref?: Ref<CodeSurface>;
}

/** A plain text area at once; Monaco takes its place, text, cursor and focus as soon as it has loaded. */
export function MonacoEditor({
  label,
  config,
  initialText,
  failing,
  onChange,
  onCursor,
  ref,
}: MonacoEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<MonacoSurface>();
  const changed = useEffectEvent(onChange);
  const moved = useEffectEvent(onCursor);

  const mount = useEffectEvent((monaco: Monaco, plain: HTMLTextAreaElement, into: HTMLElement) =>
    createMonacoSurface(
      monaco,
      into,
      label,
      config,
      {
        text: plain.value,
        selectionStart: plain.selectionStart,
        selectionEnd: plain.selectionEnd,
        focused: document.activeElement === plain,
      },
      { onChange: (text) => changed(text), onCursor: (cursor) => moved(cursor) },
    ),
  );

  useEffect(() => {
    const [plain, into] = [area.current, host.current];
    if (!plain || !into) return;
    const leaving = new AbortController();
    let mounted: MonacoSurface | undefined;
    loadMonaco()
      .then((monaco) =>
        whenNotComposing(plain, leaving.signal, () => {
          mounted = mount(monaco, plain, into);
          setSurface(mounted);
        }),
      )
      // Without Monaco, offline for example, the text area stays; it can do all that matters.
      .catch(() => undefined);
    return () => {
      leaving.abort();
      mounted?.dispose();
      setSurface(undefined);
    };
  }, []);

  useEffect(() => surface?.configure(config), [surface, config]);
  useEffect(() => surface?.showFailing(failing), [surface, failing]);
  useImperativeHandle(
    ref,
    () => surface ?? textAreaSurface(mustExist(area.current), (text) => changed(text)),
    [surface],
  );

  return (
    <div className="code-host" data-ready={surface ? "" : undefined}>
      <textarea
        ref={area}
        className="plain-code"
        aria-label={label}
        defaultValue={initialText}
        hidden={surface !== undefined}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        wrap="off"
        onCompositionStart={({ currentTarget }) => (currentTarget.dataset["composing"] = "")}
        onCompositionEnd={({ currentTarget }) => delete currentTarget.dataset["composing"]}
        onChange={(event) => onChange(event.target.value)}
        onSelect={({ currentTarget }) =>
          onCursor(cursorAt(currentTarget.value, currentTarget.selectionStart))
        }
        style={plainStyle(config)}
      />
      <div ref={host} className="monaco-host" />
    </div>
  );
}

/** The same measures as Monaco takes from the configuration, so that nothing jumps. */
function plainStyle({ options }: MonacoConfig) {
  const { fontSize, lineHeight, tabSize } = options;
  return { fontSize, tabSize, lineHeight: `${Math.round(fontSize * lineHeight)}px` };
}

/** Somebody may be in the middle of writing one character with several keys; taking the text away would lose it. */
function whenNotComposing(area: HTMLTextAreaElement, signal: AbortSignal, run: () => void): void {
  if (signal.aborted) return;
  if (area.dataset["composing"] === undefined) return run();
  area.addEventListener("compositionend", () => setTimeout(() => signal.aborted || run(), 0), {
    once: true,
    signal,
  });
}

function mustExist<T>(value: T | null): T {
  if (value === null) throw new Error("The text area stands as long as the editor does");
  return value;
}
