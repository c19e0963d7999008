import { loadClient } from '../../src/host/client/node';

/**
 * Codes that Microsoft documents for Excel's requests and its client does not list: see "Error handling with the
 * application-specific JavaScript APIs".
 */
const documented = [
  ...['ActivityLimitReached', 'ApiNotAvailable', 'BadPassword', 'ContentLengthRequired'],
  ...['InvalidRequest', 'MemoryLimitReached', 'RequestPayloadSizeLimitExceeded'],
  ...['ServiceNotAvailable', 'Unauthenticated', 'UndoNotSupported'],
];
/** What is thrown where a request does not arrive. */
const onTheWay = ['ConnectionFailure', 'InternalError'];

/** Every code that a request of Excel's may fail with as a whole. */
export const errorCodes: readonly string[] = [
  ...new Set([...Object.values<string>(loadClient().Excel.ErrorCodes), ...documented, ...onTheWay]),
];
