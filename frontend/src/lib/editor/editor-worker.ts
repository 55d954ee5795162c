/** The editor's own worker: word completion and text comparison. No language service runs in it. */
import "monaco-editor/editor/editor.worker.js";
