import type { Counters, Engine, Limits } from './engine';
import { asJson } from './json';
import type { RequestBody, Response, ResponseBody } from './protocol';

const MANUAL =
  'Please refer to the documentation: "https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins".';

const encoder = new TextEncoder();
const bytesOf = (json: string): number => encoder.encode(json).length;

/** An answer may be escaped (`\\uXXXX`) before it is counted, so the host counts it so. */
const escapedBytesOf = (json: string): number =>
  json.length + 5 * (json.length - json.replace(/[\u0080-\uffff]+/g, '').length);

/**
 * Answers a request, as Excel on the web does within its limits; where none are set, nothing is counted.
 * Nothing of the caller's is shared with the workbook, nor the other way round.
 */
export function answerTo(
  engine: Engine,
  body: RequestBody,
  answer: (body: RequestBody) => ResponseBody,
): Response {
  const { counters, limits } = engine;
  counters.syncs++;
  counters.actions += body.Actions.length;
  const isLimited = Math.min(limits.requestBytes, limits.responseBytes) < Infinity;
  if (isLimited) return answerWithin(limits, counters, body, answer);
  return answered(asJson(answer(asJson(body) as RequestBody)) as ResponseBody);
}

/** Counts a request and its answer, and refuses either when it is over the limit. */
function answerWithin(
  limits: Limits,
  counters: Counters,
  body: RequestBody,
  answer: (body: RequestBody) => ResponseBody,
): Response {
  const request = JSON.stringify(body);
  const requested = bytesOf(request);
  counters.requestBytes += requested;
  counters.largestRequest = Math.max(counters.largestRequest, requested);
  if (requested > limits.requestBytes) return refused('Request');
  const response = JSON.stringify(answer(JSON.parse(request) as RequestBody));
  const responded = escapedBytesOf(response);
  counters.responseBytes += responded;
  if (responded > limits.responseBytes) return refused('Response');
  return answered(JSON.parse(response) as ResponseBody);
}

const answered = (Body: ResponseBody): Response => ({
  Body,
  Headers: {},
  HttpStatusCode: 200,
  ErrorCode: '',
  ErrorMessage: '',
});

function refused(side: 'Request' | 'Response'): Response {
  return {
    Body: null,
    Headers: {},
    HttpStatusCode: 413,
    ErrorCode: `${side}PayloadSizeLimitExceeded`,
    ErrorMessage: `The ${side.toLowerCase()} payload size has exceeded the limit. ${MANUAL}`,
  };
}
