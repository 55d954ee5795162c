/** Everybody in the demo class is invented; every address ends in a domain that can belong to nobody. */
export interface DemoLearner {
  readonly email: string;
  readonly displayName: string;
  /** In logits: 0 is an average learner, 1 a strong one, -1 a weak one. */
  readonly ability: number;
  /** How far they got: the share of the course's exercises they have met. */
  readonly reach: number;
  /** How long ago they joined. */
  readonly days: number;
  /** How long ago they were last here; some have been away for a while. */
  readonly awayDays: number;
}

export const demoTeacher = { email: "teacher@demo.example", displayName: "Maren Okafor" } as const;

/** The account that visitors sign in with. */
export const demoStudent: DemoLearner = learner("student", "Robin Castellan", -0.9, 0.6, 30, 0);

export const demoClassmates: readonly DemoLearner[] = [
  learner("amara", "Amara Lindqvist", 0.7, 0.95, 35, 0),
  learner("tomasz", "Tomasz Abernathy", -0.3, 0.6, 32, 1),
  learner("yuki", "Yuki Fontaine", 0.3, 0.8, 28, 0),
  learner("ines", "Inês Varga", -1.0, 0.5, 34, 2),
  learner("kofi", "Kofi Brennan", -0.4, 0.65, 26, 0),
  learner("saoirse", "Saoirse Demir", 1.1, 1.0, 35, 1),
  learner("mateo", "Mateo Haugen", -1.5, 0.4, 30, 4),
  learner("leila", "Leila Novotná", 0.1, 0.6, 21, 0),
  learner("finn", "Finn Oyelaran", -0.8, 0.55, 33, 1),
  learner("priya", "Priya Sandoval", 0.5, 0.85, 29, 0),
  learner("jonas", "Jonas Mbeki", -2.1, 0.25, 35, 9),
  learner("noor", "Noor Halvorsen", -0.4, 0.5, 24, 2),
  learner("elif", "Elif Corrigan", -1.3, 0.45, 31, 0),
  learner("dmitri", "Dmitri Azevedo", 0.1, 0.55, 18, 1),
  learner("hana", "Hana Whitlock", -0.7, 0.5, 27, 3),
  learner("luca", "Luca Adeyemi", -1.4, 0.4, 35, 0),
  learner("zofia", "Zofia Tanaka", 0.4, 0.9, 33, 1),
  learner("omar", "Omar Lindgren", -0.1, 0.4, 14, 0),
  learner("clara", "Clara Nkosi", -1.7, 0.3, 30, 12),
  learner("ravi", "Ravi Delacroix", -0.0, 0.7, 25, 1),
  learner("freya", "Freya Marchetti", -1.0, 0.4, 20, 0),
  learner("pablo", "Pablo Eriksen", -0.6, 0.5, 35, 6),
  learner("mina", "Mina Caruso", 0.8, 0.95, 31, 0),
  learner("arthur", "Arthur Kimani", -2.2, 0.3, 28, 2),
  learner("sana", "Sana Björk", -0.3, 0.3, 10, 0),
  learner("viktor", "Viktor Almeida", -1.1, 0.55, 34, 1),
  learner("ada", "Ada Petrossian", 0.3, 0.7, 22, 2),
  learner("milo", "Milo Ferreira", -1.5, 0.15, 7, 0),
  learner("greta", "Greta Osei", -0.4, 0.2, 5, 1),
  learner("idris", "Idris Kowalczyk", -0.7, 0.12, 3, 0),
];

function learner(
  name: string,
  displayName: string,
  ability: number,
  reach: number,
  days: number,
  awayDays: number,
): DemoLearner {
  return { email: `${name}@demo.example`, displayName, ability, reach, days, awayDays };
}
