import { useId, type InputHTMLAttributes, type ReactNode } from "react";

export interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  /** What is wrong with the value, in one sentence. */
  error?: string | undefined;
  hint?: string;
  /** Inside the box at the right, for example "Show". */
  trailing?: ReactNode;
}

export function Field({ label, error, hint, trailing, id, ...input }: FieldProps) {
  const made = useId();
  const inputId = id ?? made;
  const described = [error && `${inputId}-error`, hint && `${inputId}-hint`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={inputId}>{label}</label>
      <div className="input" data-invalid={error ? "" : undefined}>
        <input
          id={inputId}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          {...input}
        />
        {trailing}
      </div>
      {hint && (
        <p id={`${inputId}-hint`} className="small muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${inputId}-error`} className="small down">
          {error}
        </p>
      )}
    </div>
  );
}
