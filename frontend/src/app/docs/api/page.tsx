import { CloudOff } from "lucide-react";
import type { Metadata } from "next";
import { connection } from "next/server";
import { Note } from "../../../components/molecules/Note.tsx";
import { readApiDocument, type ApiOperation } from "../../../lib/server/read-api-document.ts";

export const metadata: Metadata = { title: "API" };

/** The OpenAPI document for people: every call with what it takes and what it may answer. */
export default async function ApiPage() {
  await connection();
  const listing = await readApiDocument();
  return (
    <div className="panes">
      <section className="pane" aria-labelledby="api">
        <header>
          <h1 id="api">{listing ? `${listing.title} ${listing.version}` : "API"}</h1>
          <a className="push small" href="/api/openapi.json">
            OpenAPI document
          </a>
        </header>
        {listing ? (
          <ul className="paths">
            {listing.operations.map((operation) => (
              <Operation key={`${operation.method} ${operation.path}`} {...operation} />
            ))}
          </ul>
        ) : (
          <Note tone="bad" icon={CloudOff}>
            <strong>The engine is not answering.</strong> Load this page again in a moment.
          </Note>
        )}
      </section>
    </div>
  );
}

function Operation({ method, path, summary, parameters, hasBody, answers }: ApiOperation) {
  return (
    <li>
      <h2 className="mono">
        <strong>{method}</strong> {path}
      </h2>
      <p>{summary}</p>
      {(parameters.length > 0 || hasBody) && (
        <p className="tiny muted">
          Takes{" "}
          {[
            ...parameters.map(
              ({ name, place, required }) => `${name} (${place}${required ? "" : ", optional"})`,
            ),
            ...(hasBody ? ["a JSON body"] : []),
          ].join(", ")}
        </p>
      )}
      <p className="tiny muted">
        Answers{" "}
        {answers
          .map(({ status, description }) => (description ? `${status} ${description}` : status))
          .join("; ")
          .replaceAll("`", "")}
      </p>
    </li>
  );
}
