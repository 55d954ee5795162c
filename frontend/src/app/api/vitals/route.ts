import { VitalsReport } from "@mastery/contracts/vitals";
import { parseJson } from "../../../lib/parse-json.ts";
import { answerProblem } from "../../../lib/server/answer-problem.ts";
import { log } from "../../../lib/server/log.ts";

const vitalsBytesMax = 8 * 1024;
const instance = "/api/vitals";

/** Beacons carry no token and no headers of ours, so nothing here is believed beyond its shape. */
export async function POST(request: Request): Promise<Response> {
  const text = await request.text();
  if (text.length > vitalsBytesMax) {
    return answerProblem({ code: "too_large", detail: "A report is a few numbers.", instance });
  }
  const report = VitalsReport.safeParse(parseJson(text));
  if (!report.success) {
    const errors = report.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    return answerProblem({ code: "invalid", detail: "This is no report of web vitals.", instance, errors });
  }
  for (const vital of report.data.vitals) log.info({ vital }, "web vital");
  return new Response(null, { status: 204 });
}
