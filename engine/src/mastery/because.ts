import type { Because } from "@mastery/contracts/mastery";
import { typicalExercise } from "./concept-score.ts";
import type { ScaledConcept } from "./course-scale.ts";
import { featureNames, features, ones, type FeatureName } from "./features.ts";
import { conceptState, type ConceptState, type LearnerState } from "./learner-state.ts";
import type { ModelVersion } from "./model-version.ts";

type Reason = Because;

const reasonsMax = 3;
/** Effects under this many logits are not worth a sentence. */
const effectMin = 0.05;
const dayMs = 86_400_000;

/** Inputs that a learner would see as one thing. The bias and an exercise's own record tell nothing here. */
const groups = {
  recent: ["conceptRecency", "eloConcept"],
  practice: ["conceptAttempts", "conceptWins"],
  unseen: ["conceptUnseen"],
  course: [
    "learnerAttempts",
    "learnerWins",
    "learnerRecency",
    "passed1",
    "passed2",
    "passed3",
    "passed4",
    "passed5",
    "failed1",
    "failed2",
    "failed3",
    "failed4",
    "failed5",
    "lastTen",
    "eloLearner",
  ],
  gap: ["gap", "gapPerWins", "gapRecency"],
  difficulty: ["ease", "difficulty"],
} as const satisfies Record<string, readonly FeatureName[]>;
type Group = keyof typeof groups;
const groupNames = Object.keys(groups) as Group[]; // keys of a const object are exactly Group

/** The largest signed terms of a concept's score, in words a learner understands. */
export function because(
  model: ModelVersion,
  state: LearnerState,
  concept: ScaledConcept,
  at: number,
): Reason[] {
  const inputs = features(state, typicalExercise(concept), at);
  const effectOf = (names: readonly FeatureName[]): number =>
    names.reduce((sum, name) => {
      const i = featureNames.indexOf(name);
      return sum + (inputs[i] ?? 0) * (model.weights[i] ?? 0);
    }, 0);
  return groupNames
    .map((group) => ({ group, effect: effectOf(groups[group]) }))
    .filter(({ effect }) => Math.abs(effect) >= effectMin)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, reasonsMax)
    .map(({ group, effect }) => ({ text: sentence(group, effect, state, concept, at), effect }));
}

function sentence(
  group: Group,
  effect: number,
  state: LearnerState,
  { concept, name }: ScaledConcept,
  at: number,
): string {
  const known = conceptState(state, concept);
  switch (group) {
    case "recent":
      return recentSentence(effect, known, name);
    case "practice":
      return practiceSentence(effect, known, name);
    case "unseen":
      return `You have not tried ${name} yet`;
    case "course": {
      const tries = Math.min(10, state.learner.attempts);
      return `${solvedOf(state.learner.recent, tries)} across the course`;
    }
    case "gap": {
      const days = Math.floor((at - (known?.practisedAt ?? at)) / dayMs);
      if (days < 1) return `Your last success in ${name} was a while ago`;
      return `${days} ${days === 1 ? "day" : "days"} since you last practised ${name}`;
    }
    case "difficulty":
      return `${name} exercises are among the ${effect > 0 ? "easier" : "harder"} ones`;
  }
}

function recentSentence(effect: number, known: ConceptState | undefined, name: string): string {
  const tries = Math.min(5, known?.attempts ?? 0);
  const share = tries === 0 ? 0 : ones(known?.recent ?? 0) / tries;
  // Four of five easy ones can still speak against a learner, one of five hard ones for them.
  if (effect > 0 && share < 0.4)
    return `You do better in ${name} than the difficulty of its exercises suggests`;
  if (effect < 0 && share > 0.7) return `${name} has been harder for you than its exercises suggest`;
  return solvedOf(known?.recent ?? 0, tries);
}

function solvedOf(recent: number, tries: number): string {
  return tries === 1
    ? `You ${ones(recent) === 1 ? "solved" : "did not solve"} your last one`
    : `You solved ${ones(recent)} of your last ${tries}`;
}

function practiceSentence(effect: number, known: ConceptState | undefined, name: string): string {
  const attempts = known?.attempts ?? 0;
  const wins = known?.wins ?? 0;
  if (effect > 0) {
    const solved = known?.solved ?? 0;
    return `You have solved ${solved} ${solved === 1 ? "exercise" : "exercises"} on ${name} so far`;
  }
  return `${attempts - wins} of your ${attempts} tries at ${name} did not pass yet`;
}
