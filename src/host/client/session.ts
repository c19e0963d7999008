import type { Wire } from '../wire/kind';
import type { RequestBody, Response } from '../wire/protocol';

/** The globals Microsoft's client defines. */
export interface Client {
  Excel: typeof Excel;
  OfficeExtension: Wire;
}

/** What the client asks of whoever answers for Excel. */
export interface WireSession {
  _resolveRequestUrlAndHeaderInfo(): Promise<{ url: string; headers: Record<string, string> }>;
  _createRequestExecutorOrNull(): {
    executeAsync(data: unknown, flags: number, message: { Body: RequestBody }): Promise<Response>;
  };
}

/** A session whose requests are answered by `answer`. */
export function createSession(answer: (body: RequestBody) => Response): WireSession {
  return {
    _resolveRequestUrlAndHeaderInfo: () =>
      Promise.resolve({ url: 'https://host.invalid/workbook', headers: {} }),
    _createRequestExecutorOrNull: () => ({
      executeAsync: (_data, _flags, message) => Promise.resolve(answer(message.Body)),
    }),
  };
}

/** Header that keeps the event handlers of different hosts apart. */
export const CONTROL_ID = 'X-OfficeControlId';

/** Lets event registrations of the client succeed without Excel's own event channel. */
export function enableEvents(client: Client): void {
  client.OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
}

/** Hands events to the handlers registered under a control id. */
export function deliver(
  client: Client,
  controlId: string,
  events: { type: number; target: string; message: Record<string, unknown> }[],
): void {
  const { GenericEventRegistration } = client.OfficeExtension;
  const registration = GenericEventRegistration.getGenericEventRegistration(controlId);
  const entries = events.map(({ type, target, message }) => ({
    messageCategory: 65_536,
    messageType: type,
    targetId: target,
    message: JSON.stringify(message),
  }));
  registration._handleRichApiMessage({ entries });
}
