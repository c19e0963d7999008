import type { Engine } from './engine';
import type { RequestBody, Response, ResponseBody } from './protocol';

const MANUAL =
  'Please refer to the documentation: "https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins".';

/** Bytes of UTF-8; no half of a pair stands alone in JSON. */
function bytesOf(json: string): number {
  let bytes = json.length;
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at);
    if (unit > 0x7f) bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}

/** An answer may be escaped (`\\uXXXX`) before it is counted, so the host counts it so. */
function escapedBytesOf(json: string): number {
  let bytes = json.length;
  for (let at = 0; at < json.length; at++) if (json.charCodeAt(at) > 0x7f) bytes += 5;
  return bytes;
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
