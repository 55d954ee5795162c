"use client";

import { Eye, EyeOff } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "../atoms/Button.tsx";
import { Icon } from "../atoms/Icon.tsx";
import { Field, type FieldProps } from "./Field.tsx";

/** A password that can be shown, so that a typing mistake can be seen. */
export function PasswordField(props: Omit<FieldProps, "type" | "trailing" | "id">) {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...props}
      id={id}
      type={shown ? "text" : "password"}
      autoCapitalize="none"
      spellCheck={false}
      trailing={
        <Button
          kind="quiet"
          aria-pressed={shown}
          aria-controls={id}
          aria-label="Show password"
          onClick={() => setShown(!shown)}
        >
          <Icon of={shown ? EyeOff : Eye} />
          {shown ? "Hide" : "Show"}
        </Button>
      }
    />
  );
}
