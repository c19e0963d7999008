import type { Engine } from './engine';
import type { RequestBody, Response, ResponseBody } from './protocol';

const MANUAL =
  'Please refer to the documentation: "https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins".';

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;
/** An answer may be escaped (`\\uXXXX`) before it is counted, so the host counts it so. */
function escapedBytesOf(json: string): number {
  let escaped = 0;
  for (const [run] of json.matchAll(/[\u0080-\uffff]+/g)) escaped += run.length;
  return json.length + escaped * 5;
}

/**
 * Counts a request and its answer, and refuses either when it is over the limit, as Excel on the web
 * does. Both go through JSON, so that nothing of the caller's is shared with the workbook.
 */
export function answerWithin(
  engine: Engine,
  body: RequestBody,
  answer: (body: RequestBody) => ResponseBody,
): Response {
  const { counters, limits } = engine;
  const request = JSON.stringify(body);
  const requested = bytesOf(request);
  counters.syncs++;
  counters.actions += body.Actions.length;
  counters.requestBytes += requested;
  counters.largestRequest = Math.max(counters.largestRequest, requested);
  if (requested > limits.requestBytes) return refused('Request');
  const response = JSON.stringify(answer(JSON.parse(request)));
  const responded = escapedBytesOf(response);
  counters.responseBytes += responded;
  if (responded > limits.responseBytes) return refused('Response');
  return {
    Body: JSON.parse(response),
    Headers: {},
    HttpStatusCode: 200,
    ErrorCode: '',
    ErrorMessage: '',
  };
}

function refused(side: 'Request' | 'Response'): Response {
  return {
    Body: null,
    Headers: {},
    HttpStatusCode: 413,
    ErrorCode: `${side}PayloadSizeLimitExceeded`,
    ErrorMessage: `The ${side.toLowerCase()} payload size has exceeded the limit. ${MANUAL}`,
  };
}
