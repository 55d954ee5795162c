"use client";

import type { ExerciseDetail } from "@mastery/contracts/exercise";
import type { User } from "@mastery/contracts/session";
import { useRef, useState } from "react";
import type { CodeSurface } from "../../../lib/editor/code-surface.ts";
import { failingLineOf, firstToShow } from "../../../lib/editor/results-view.ts";
import { useAttempts } from "../../../lib/editor/useAttempts.ts";
import { useDevice } from "../../../lib/editor/useDevice.ts";
import { useDraft } from "../../../lib/editor/useDraft.ts";
import { useShortcuts } from "../../../lib/editor/useShortcuts.ts";
import { useListedShortcuts } from "../../../lib/hooks/useListedShortcuts.ts";
import { useMastery } from "../../../lib/hooks/useMastery.ts";
import { useSession } from "../../../lib/hooks/useSession.ts";
import { useMonacoConfig } from "../../../lib/mcp/useMonacoConfig.ts";
import { showToast } from "../../molecules/Toast.tsx";
import { CodePane } from "./CodePane.tsx";
import { DraftNotice } from "./DraftNotice.tsx";
import { EarlierSubmissions } from "./EarlierSubmissions.tsx";
import { EditorPanes } from "./EditorPanes.tsx";
import { EditorStatus } from "./EditorStatus.tsx";
import type { PaneTab } from "./PaneTabs.tsx";
import { ResultsPane } from "./ResultsPane.tsx";
import { ResultsPlace } from "./ResultsPlace.tsx";
import { SubmitNotice } from "./SubmitNotice.tsx";
import { TaskPane } from "./TaskPane.tsx";

/** One exercise: what to do, the code, and what became of it. */
export function Workspace({ exercise, user }: { exercise: ExerciseDetail; user: User }) {
  const { status } = useSession();
  const { device, toggleScreenReader } = useDevice();
  const config = useMonacoConfig(device);
  const draft = useDraft(user.id, exercise.slug, exercise.last?.code ?? exercise.starterCode);
  const attempts = useAttempts(exercise, user.studentId);
  const mastery = useMastery(user.studentId).data;
  const code = useRef<CodeSurface>(null);
  const [text, setText] = useState(draft.opened);
  const [cursor, setCursor] = useState({ line: 1, column: 1 });
  const [pane, setPane] = useState<PaneTab>("task");
  const [refused, setRefused] = useState(false);
  const { shown, view } = attempts;

  // A test is chosen for one submission in one state; the next one begins with its own first failure.
  const resultKey = `${attempts.shownId} ${view?.status}`;
  const [choice, setChoice] = useState({ key: "", index: -1, fits: false });
  if (choice.key !== resultKey && view) {
    setChoice({ key: resultKey, index: firstToShow(view.tests), fits: shown?.code === text });
  }
  const failing = choice.fits ? failingLineOf(view?.tests[choice.index]) : undefined;

  // On a phone the word of what kept a submission back stands above the code, not among the results.
  const keptBack = attempts.refusal !== undefined || attempts.waiting;
  const [wasKeptBack, setWasKeptBack] = useState(keptBack);
  if (wasKeptBack !== keptBack) {
    setWasKeptBack(keptBack);
    if (keptBack) setPane("code");
  }

  const possible = status === "signed-in" && user.studentId !== undefined && !attempts.sending;
  const submit = () => {
    setRefused(!possible && !attempts.sending);
    if (!possible) return;
    attempts.hand(code.current?.text() ?? text);
    setPane("results");
  };
  const replace = (next: string, title: string) => {
    const before = code.current?.text() ?? text;
    code.current?.replace(next);
    const onPress = () => code.current?.replace(before);
    showToast({
      mark: "ready",
      title,
      text: "Your own text is one undo away.",
      action: { label: "Undo", onPress },
    });
  };
  const reset = () => replace(exercise.starterCode, "Starter code is back");
  const goToLine = (line: number) => {
    setPane("code");
    // The code pane of a phone must be on screen before it can take the focus.
    requestAnimationFrame(() => code.current?.goToLine(line));
  };
  useShortcuts(config.shortcuts, { submit, reset });
  useListedShortcuts(config.shortcuts);

  return (
    <>
      {/* On a phone the task may be behind its tab; the page still has its name. */}
      <h1 className="vh">{exercise.title}</h1>
      <EditorPanes
        chosen={pane}
        choose={setPane}
        resultsText={view && view.total > 0 ? `${view.passed} of ${view.total}` : ""}
        task={
          <TaskPane exercise={exercise} mastery={mastery}>
            <EarlierSubmissions
              submissions={attempts.listed}
              shownId={attempts.shownId}
              canRestore={shown !== undefined && shown.code !== text}
              show={(id) => {
                attempts.show(id);
                setPane("results");
              }}
              restore={() => shown && replace(shown.code, "Earlier code is back")}
            />
          </TaskPane>
        }
        code={
          <CodePane
            ref={code}
            fileName={exercise.fileName}
            config={config}
            initialText={draft.opened}
            failing={failing}
            submit={{ text: submitText(attempts), possible, press: submit }}
            reset={reset}
            screenReader={{ on: device.screenReader, toggle: toggleScreenReader }}
            onChange={(next) => {
              setText(next);
              draft.type(next);
            }}
            onCursor={setCursor}
          >
            <DraftNotice
              other={draft.other}
              full={draft.full}
              keepMine={() => draft.settle(code.current?.text() ?? text)}
              takeOther={() => {
                const other = draft.other?.code ?? text;
                code.current?.replace(other);
                draft.settle(other);
              }}
            />
            <SubmitNotice
              waiting={attempts.waiting}
              refusal={attempts.refusal}
              retrying={attempts.retrying}
              readOnly={(refused || attempts.refusal !== undefined) && status !== "signed-in"}
              again={submit}
            />
          </CodePane>
        }
        results={
          <ResultsPlace attempted={attempts.shownId !== undefined} view={view}>
            {shown && view && (
              <ResultsPane
                submission={shown}
                view={view}
                chosen={choice.index}
                choose={(index) => setChoice({ ...choice, index })}
                goToLine={goToLine}
                snapshot={mastery}
                reason={attempts.reason}
              />
            )}
          </ResultsPlace>
        }
      />
      <EditorStatus savedAt={draft.savedAt} full={draft.full} python={exercise.python} cursor={cursor} />
    </>
  );
}

function submitText({ sending, waiting }: { sending: boolean; waiting: boolean }): string {
  if (waiting) return "Waiting";
  return sending ? "Sending" : "Submit";
}
