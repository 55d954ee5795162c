/** Something an author has to put right, and where. `file` is relative to the course folder. */
export interface CourseFault {
  readonly file: string;
  readonly message: string;
}
