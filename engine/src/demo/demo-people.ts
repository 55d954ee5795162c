/** Everybody in the demo class is invented; every address ends in a domain that can belong to nobody. */
export interface DemoLearner {
  readonly email: string;
  readonly displayName: string;
  /** In logits: 0 is an average learner, 1 a strong one, -1 a weak one. */
  readonly ability: number;
  /** How long ago they joined. */
  readonly days: number;
  /** How long ago they were last here; some have been away for a while. */
  readonly awayDays: number;
}

export const demoTeacher = { email: "teacher@demo.example", displayName: "Maren Okafor" } as const;

/** The account that visitors sign in with. */
export const demoStudent: DemoLearner = learner("student", "Robin Castellan", 0.1, 30, 0);

export const demoClassmates: readonly DemoLearner[] = [
  learner("amara", "Amara Lindqvist", 1.3, 35, 0),
  learner("tomasz", "Tomasz Abernathy", 0.4, 32, 1),
  learner("yuki", "Yuki Fontaine", 0.9, 28, 0),
  learner("ines", "Inês Varga", -0.3, 34, 2),
  learner("kofi", "Kofi Brennan", 0.2, 26, 0),
  learner("saoirse", "Saoirse Demir", 1.6, 35, 1),
  learner("mateo", "Mateo Haugen", -0.8, 30, 4),
  learner("leila", "Leila Novotná", 0.7, 21, 0),
  learner("finn", "Finn Oyelaran", -0.1, 33, 1),
  learner("priya", "Priya Sandoval", 1.1, 29, 0),
  learner("jonas", "Jonas Mbeki", -1.2, 35, 9),
  learner("noor", "Noor Halvorsen", 0.3, 24, 2),
  learner("elif", "Elif Corrigan", -0.5, 31, 0),
  learner("dmitri", "Dmitri Azevedo", 0.8, 18, 1),
  learner("hana", "Hana Whitlock", 0.0, 27, 3),
  learner("luca", "Luca Adeyemi", -0.6, 35, 0),
  learner("zofia", "Zofia Tanaka", 1.0, 33, 1),
  learner("omar", "Omar Lindgren", 0.5, 14, 0),
  learner("clara", "Clara Nkosi", -0.9, 30, 12),
  learner("ravi", "Ravi Delacroix", 0.6, 25, 1),
  learner("freya", "Freya Marchetti", -0.2, 20, 0),
  learner("pablo", "Pablo Eriksen", 0.1, 35, 6),
  learner("mina", "Mina Caruso", 1.4, 31, 0),
  learner("arthur", "Arthur Kimani", -1.4, 28, 2),
  learner("sana", "Sana Björk", 0.4, 10, 0),
  learner("viktor", "Viktor Almeida", -0.4, 34, 1),
  learner("ada", "Ada Petrossian", 0.9, 22, 2),
  learner("milo", "Milo Ferreira", -0.7, 7, 0),
  learner("greta", "Greta Osei", 0.2, 5, 1),
  learner("idris", "Idris Kowalczyk", 0.0, 3, 0),
];

function learner(
  name: string,
  displayName: string,
  ability: number,
  days: number,
  awayDays: number,
): DemoLearner {
  return { email: `${name}@demo.example`, displayName, ability, days, awayDays };
}
