import { Terminal } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { connection } from "next/server";
import { Note } from "../../components/molecules/Note.tsx";
import { Gate } from "../../components/organisms/Gate.tsx";
import { SignInForm } from "../../components/organisms/SignInForm.tsx";
import { readEnvironment } from "../../lib/server/environment.ts";
import { safeNext } from "../../lib/safe-next.ts";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: Props) {
  await connection();
  const { next } = await searchParams;
  return (
    <Gate>
      <SignInForm next={safeNext(typeof next === "string" ? next : undefined)}>
        <p className="small muted">
          New here?{" "}
          <Link href="/join" prefetch={false}>
            Join a class with an invite
          </Link>
        </p>
        {readEnvironment().demo && (
          <Note icon={Terminal}>
            <strong>Demo data.</strong> Sign in as <code>student@demo.example</code> or{" "}
            <code>teacher@demo.example</code>. The password was printed where you ran <code>npm start</code>.
          </Note>
        )}
      </SignInForm>
    </Gate>
  );
}
