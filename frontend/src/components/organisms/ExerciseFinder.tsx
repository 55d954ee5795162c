"use client";

import type { ExerciseSummary } from "@mastery/contracts/exercise";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { useEffect, useState } from "react";
import { useExercises } from "../../lib/hooks/useExercises.ts";
import { buttonClass } from "../atoms/Button.tsx";
import { Icon } from "../atoms/Icon.tsx";
import { Kbd } from "../atoms/Kbd.tsx";
import { FinderList } from "../molecules/FinderList.tsx";

/** Finds an exercise by title or concept, from anywhere by Ctrl K or Cmd K. */
export function ExerciseFinder() {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k" || event.defaultPrevented)
        return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  const choose = (exercise: ExerciseSummary) => {
    setOpen(false);
    router.push(`/editor/${exercise.slug}`);
  };
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className={`${buttonClass("quiet")} find`}>
        <Icon of={Search} />
        Find an exercise <Kbd>Ctrl K</Kbd>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content className="finder" aria-describedby={undefined}>
          <Dialog.Title className="vh">Find an exercise</Dialog.Title>
          <Finder choose={choose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Finder({ choose }: { choose: (exercise: ExerciseSummary) => void }) {
  const { data, isPending, isError } = useExercises();
  if (isPending) return <p className="finder-note">Loading the catalogue.</p>;
  if (isError) return <p className="finder-note">The catalogue could not be loaded.</p>;
  return <FinderList exercises={data.exercises} choose={choose} />;
}
