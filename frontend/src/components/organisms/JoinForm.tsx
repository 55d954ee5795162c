"use client";

import { CircleAlert } from "lucide-react";
import { useState, type FormEvent, type ReactNode } from "react";
import { failureText, type ApiFailure } from "../../lib/api-failure.ts";
import { fieldError, readForm } from "../../lib/form.ts";
import { useApi } from "../../lib/hooks/useApi.ts";
import { afterSignIn } from "../../lib/sign-in-channel.ts";
import { Button } from "../atoms/Button.tsx";
import { Logo } from "../atoms/Logo.tsx";
import { Field } from "../molecules/Field.tsx";
import { Note } from "../molecules/Note.tsx";
import { PasswordField } from "../molecules/PasswordField.tsx";

const passwordLengthMin = 10;

export function JoinForm({ code, children }: { code: string; children: ReactNode }) {
  const api = useApi();
  const [failure, setFailure] = useState<ApiFailure>();
  const [sending, setSending] = useState(false);
  const join = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { inviteCode = "", email = "", password = "", displayName = "" } = readForm(event.currentTarget);
    setSending(true);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const result = await api.call("join", { body: { inviteCode, email, password, displayName, timeZone } });
    if (result.type === "ok") return afterSignIn(result.value.user.id, "/");
    setFailure(result);
    setSending(false);
  };
  const unknownCode = failure?.type === "problem" && failure.code === "not_found";
  const codeError = unknownCode ? "No class has this code. Check it with your teacher." : undefined;
  return (
    <form method="post" onSubmit={(event) => void join(event)}>
      <p className="brand">
        <Logo />
        Mastery Engine
      </p>
      <h1 id="title">Join a class</h1>
      {failure && !unknownCode && (
        <Note tone="bad" icon={CircleAlert} announce="now">
          {joinText(failure)}
        </Note>
      )}
      <Field
        label="Invite code"
        name="inviteCode"
        defaultValue={code}
        required
        minLength={4}
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        error={codeError ?? fieldError(failure, "inviteCode")}
      />
      <Field
        label="Your name"
        hint="Your teacher sees it."
        name="displayName"
        required
        maxLength={80}
        autoComplete="name"
        error={fieldError(failure, "displayName")}
      />
      <Field
        label="E-mail"
        name="email"
        type="email"
        required
        maxLength={254}
        autoComplete="username"
        error={fieldError(failure, "email")}
      />
      <PasswordField
        label="Password"
        hint={`At least ${passwordLengthMin} characters.`}
        name="password"
        required
        minLength={passwordLengthMin}
        maxLength={256}
        autoComplete="new-password"
        error={fieldError(failure, "password")}
      />
      <Button kind="primary" type="submit" className="tall" disabled={sending}>
        {sending ? "Joining" : "Join"}
      </Button>
      {children}
    </form>
  );
}

function joinText(failure: ApiFailure): string {
  if (failure.type === "problem" && failure.code === "conflict") {
    return "Somebody has joined with this e-mail already. If that was you, sign in.";
  }
  if (failure.type === "problem" && failure.code === "invalid") return "Please check what you typed.";
  return failureText(failure);
}
