import type { Metadata } from "next";
import Link from "next/link";
import { Gate } from "../../components/organisms/Gate.tsx";
import { JoinForm } from "../../components/organisms/JoinForm.tsx";

export const metadata: Metadata = { title: "Join a class" };

interface Props {
  searchParams: Promise<{ code?: string | string[] }>;
}

export default async function JoinPage({ searchParams }: Props) {
  const { code } = await searchParams;
  return (
    <Gate>
      <JoinForm code={typeof code === "string" ? code : ""}>
        <p className="small muted">
          Been here before?{" "}
          <Link href="/sign-in" prefetch={false}>
            Sign in
          </Link>
        </p>
      </JoinForm>
    </Gate>
  );
}
