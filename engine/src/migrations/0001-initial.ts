import { sql, type Kysely } from "kysely";

/** Everything the first journey needs: people, learning, events. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await people(db);
  await learning(db);
  await events(db);
}

async function people(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE accounts (
      id text PRIMARY KEY,
      email text NOT NULL UNIQUE,
      password_hash text NOT NULL,
      role text NOT NULL CHECK (role IN ('student', 'teacher', 'admin')),
      display_name text NOT NULL,
      time_zone text NOT NULL DEFAULT 'UTC',
      demo boolean NOT NULL DEFAULT false,
      created_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`
    CREATE TABLE students (
      id text PRIMARY KEY,
      account_id text NOT NULL UNIQUE REFERENCES accounts ON DELETE CASCADE
    )`.execute(db);
  await sql`
    CREATE TABLE classes (
      id text PRIMARY KEY,
      name text NOT NULL,
      course text NOT NULL,
      invite_code text NOT NULL UNIQUE,
      created_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`
    CREATE TABLE class_teachers (
      class_id text NOT NULL REFERENCES classes ON DELETE CASCADE,
      account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
      PRIMARY KEY (class_id, account_id)
    )`.execute(db);
  await sql`
    CREATE TABLE class_members (
      class_id text NOT NULL REFERENCES classes ON DELETE CASCADE,
      student_id text NOT NULL REFERENCES students ON DELETE CASCADE,
      joined_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (class_id, student_id)
    )`.execute(db);
  await sql`CREATE INDEX class_members_by_student ON class_members (student_id)`.execute(db);
  await sql`
    CREATE TABLE enrolments (
      student_id text NOT NULL REFERENCES students ON DELETE CASCADE,
      course text NOT NULL,
      enrolled_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (student_id, course)
    )`.execute(db);
  await sql`
    CREATE TABLE sessions (
      id text PRIMARY KEY,
      account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_used_at timestamptz NOT NULL DEFAULT now(),
      revoked_at timestamptz,
      revoked_because text
    )`.execute(db);
  await sql`CREATE INDEX sessions_by_account ON sessions (account_id)`.execute(db);
  // Tokens are kept as SHA-256 only: a copy of this table signs nobody in.
  await sql`
    CREATE TABLE refresh_tokens (
      hash text PRIMARY KEY,
      session_id text NOT NULL REFERENCES sessions ON DELETE CASCADE,
      previous_hash text REFERENCES refresh_tokens ON DELETE CASCADE,
      created_at timestamptz NOT NULL DEFAULT now(),
      first_used_at timestamptz
    )`.execute(db);
  await sql`CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id)`.execute(db);
  await sql`
    CREATE TABLE sign_in_failures (
      email text NOT NULL,
      failed_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`CREATE INDEX sign_in_failures_by_email ON sign_in_failures (email, failed_at)`.execute(db);
  await sql`
    CREATE TABLE flags (
      name text PRIMARY KEY,
      value text NOT NULL,
      changed_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
}

async function learning(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE submissions (
      id text PRIMARY KEY,
      student_id text NOT NULL REFERENCES students ON DELETE CASCADE,
      course text NOT NULL,
      exercise text NOT NULL,
      code text NOT NULL,
      correlation_id text,
      traceparent text,
      started boolean NOT NULL DEFAULT false,
      submitted_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`CREATE INDEX submissions_by_student ON submissions (student_id, course, submitted_at DESC, id DESC)`.execute(
    db,
  );
  // One grade per submission: the queue may deliver a job twice, the effect happens once.
  await sql`
    CREATE TABLE grades (
      submission_id text PRIMARY KEY REFERENCES submissions ON DELETE CASCADE,
      status text NOT NULL CHECK (status IN ('passed', 'failed', 'error', 'timeout')),
      tests jsonb NOT NULL,
      passed integer NOT NULL,
      total integer NOT NULL,
      stdout text NOT NULL,
      duration_ms double precision NOT NULL,
      python text NOT NULL,
      sandbox text NOT NULL,
      mastery jsonb NOT NULL,
      graded_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`
    CREATE TABLE idempotency_keys (
      caller text NOT NULL,
      key text NOT NULL,
      request_hash text NOT NULL,
      status integer NOT NULL,
      answer jsonb NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (caller, key)
    )`.execute(db);
  // What counted, with the difficulty and ease it was scored with, so that a replay gives the live state exactly.
  await sql`
    CREATE TABLE attempts (
      ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      student_id text NOT NULL REFERENCES students ON DELETE CASCADE,
      course text NOT NULL,
      exercise text NOT NULL,
      submission_id text UNIQUE REFERENCES submissions ON DELETE CASCADE,
      outcome smallint NOT NULL CHECK (outcome IN (0, 1)),
      at timestamptz NOT NULL,
      day text NOT NULL,
      difficulty double precision NOT NULL,
      concepts jsonb NOT NULL,
      model_version text NOT NULL,
      overall double precision NOT NULL,
      simulated boolean NOT NULL DEFAULT false
    )`.execute(db);
  await sql`CREATE INDEX attempts_by_student ON attempts (student_id, course, ordinal)`.execute(db);
  await sql`
    CREATE TABLE learner_states (
      student_id text NOT NULL REFERENCES students ON DELETE CASCADE,
      course text NOT NULL,
      model_version text NOT NULL,
      state jsonb NOT NULL,
      PRIMARY KEY (student_id, course)
    )`.execute(db);
  await sql`
    CREATE TABLE exercise_difficulties (
      course text NOT NULL,
      exercise text NOT NULL,
      difficulty double precision NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      PRIMARY KEY (course, exercise)
    )`.execute(db);
  await sql`
    CREATE TABLE concept_eases (
      course text NOT NULL,
      concept text NOT NULL,
      ease double precision NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      PRIMARY KEY (course, concept)
    )`.execute(db);
  await sql`
    CREATE TABLE recommendations (
      id text PRIMARY KEY,
      student_id text NOT NULL REFERENCES students ON DELETE CASCADE,
      course text NOT NULL,
      exercise text NOT NULL,
      kind text NOT NULL,
      reason text NOT NULL,
      p_success double precision NOT NULL,
      propensity double precision NOT NULL,
      made_at timestamptz NOT NULL,
      shown_at timestamptz,
      accepted_at timestamptz,
      dismissed_at timestamptz
    )`.execute(db);
  await sql`CREATE INDEX recommendations_by_student ON recommendations (student_id, course, made_at)`.execute(
    db,
  );
}

async function events(db: Kysely<unknown>): Promise<void> {
  // A stream's last number outlives its purged events.
  await sql`
    CREATE TABLE streams (
      name text PRIMARY KEY,
      last bigint NOT NULL DEFAULT 0,
      projected bigint NOT NULL DEFAULT 0
    )`.execute(db);
  // Learners' streams with events that their classes have not been told of.
  await sql`
    CREATE INDEX streams_unprojected ON streams (name)
    WHERE projected < last AND name LIKE 'learner.%'`.execute(db);
  await sql`
    CREATE TABLE event_log (
      stream text NOT NULL REFERENCES streams ON DELETE CASCADE,
      sequence bigint NOT NULL,
      id text NOT NULL UNIQUE,
      type text NOT NULL,
      data jsonb NOT NULL,
      happened_at timestamptz NOT NULL,
      correlation_id text,
      traceparent text,
      logged_at timestamptz NOT NULL DEFAULT now(),
      published_at timestamptz,
      PRIMARY KEY (stream, sequence)
    )`.execute(db);
  await sql`CREATE INDEX event_log_unpublished ON event_log (stream, sequence) WHERE published_at IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX event_log_by_age ON event_log (logged_at)`.execute(db);
  await sql`
    CREATE TABLE subscriptions (
      id text PRIMARY KEY,
      account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
      session_id text NOT NULL,
      stream text NOT NULL,
      topics text[] NOT NULL,
      expires_at timestamptz NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`CREATE INDEX subscriptions_by_account ON subscriptions (account_id, created_at)`.execute(db);
  await sql`
    CREATE TABLE dead_letters (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      event_id text NOT NULL UNIQUE,
      stream text,
      reason text NOT NULL,
      attempts integer NOT NULL DEFAULT 1,
      original jsonb NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
}
