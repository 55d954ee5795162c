import Link from "next/link";
import { Button, buttonClass } from "../../atoms/Button.tsx";

interface EditorFailureProps {
  title: string;
  text: string;
  again?: (() => void) | undefined;
}

export function EditorFailure({ title, text, again }: EditorFailureProps) {
  return (
    <div className="pane grow" role="alert">
      <h1>{title}</h1>
      <p className="muted">{text}</p>
      <div className="row">
        {again && (
          <Button kind="primary" onClick={again}>
            Try again
          </Button>
        )}
        <Link className={buttonClass(again ? "plain" : "primary")} href="/exercises">
          All exercises
        </Link>
      </div>
    </div>
  );
}
