import { Children, isValidElement, type ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";
import { Scrollable } from "./Scrollable.tsx";

/** Headings begin below the page's own; a wide block scrolls by keyboard, too. */
const components: Components = {
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  pre: ({ children }) => (
    <Scrollable as="pre" aria-label={`Example: ${firstLine(children)}`}>
      {children}
    </Scrollable>
  ),
  // Instructions name no other site; a course that does opens it apart from the learner's code.
  a: ({ children, href }) => (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  ),
  img: () => null,
};

/** A course's text. HTML in it is shown as text, never run. */
export function CourseText({ children }: { children: string }) {
  return <Markdown components={components}>{children}</Markdown>;
}

function firstLine(children: ReactNode): string {
  const [first] = Children.toArray(children);
  const content = isValidElement<{ children?: ReactNode }>(first) ? first.props.children : first;
  return typeof content === "string" ? (content.split("\n", 1)[0] ?? "code") : "code";
}
