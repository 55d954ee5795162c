"use client";

import { CircleAlert } from "lucide-react";
import { useState, type FormEvent, type ReactNode } from "react";
import type { ApiFailure } from "../../lib/api-failure.ts";
import { fieldError, readForm } from "../../lib/form.ts";
import { useApi } from "../../lib/hooks/useApi.ts";
import { afterSignIn } from "../../lib/sign-in-channel.ts";
import { Button } from "../atoms/Button.tsx";
import { Logo } from "../atoms/Logo.tsx";
import { Field } from "../molecules/Field.tsx";
import { Note } from "../molecules/Note.tsx";
import { PasswordField } from "../molecules/PasswordField.tsx";

export function SignInForm({ next, children }: { next: string; children: ReactNode }) {
  const api = useApi();
  const [failure, setFailure] = useState<ApiFailure>();
  const [sending, setSending] = useState(false);
  const signIn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { email, password } = readForm(event.currentTarget);
    setSending(true);
    const result = await api.call("login", { body: { email: email ?? "", password: password ?? "" } });
    if (result.type === "ok") return afterSignIn(result.value.user.id, next);
    setFailure(result);
    setSending(false);
  };
  return (
    <form method="post" onSubmit={(event) => void signIn(event)}>
      <p className="brand">
        <Logo />
        Mastery Engine
      </p>
      <h1 id="title">Sign in</h1>
      {failure && (
        <Note tone="bad" icon={CircleAlert} announce="now">
          {signInText(failure)}
        </Note>
      )}
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        error={fieldError(failure, "email")}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        required
        maxLength={256}
        aria-invalid={isWrong(failure) ? true : undefined}
      />
      <Button kind="primary" type="submit" className="tall" disabled={sending}>
        {sending ? "Signing in" : "Sign in"}
      </Button>
      {children}
    </form>
  );
}

function isWrong(failure: ApiFailure | undefined): boolean {
  return failure?.type === "problem" && failure.code === "wrong_credentials";
}

function signInText(failure: ApiFailure): string {
  switch (failure.type) {
    case "problem":
      if (isWrong(failure)) {
        return "That e-mail and password do not match. Check both, or ask your teacher for a new password.";
      }
      if (failure.code === "slow_down") return "Too many tries. Wait a little, then try again.";
      if (failure.code === "invalid") return "Please check what you typed.";
      return failure.detail;
    case "offline":
    case "unreadable":
      return "The server cannot be reached just now. Check your network, then try again.";
    case "signed-out":
      return "Please sign in.";
  }
}
