import { useEffect, useMemo, useState } from 'react';
import type { Study } from '../../../../office';
import {
  gatherReadings,
  memoryEngine,
  type Gathered,
  type Mapping,
  type SourceFile,
} from '../../../../readings';

/** A page with so many rows has a gigabyte; more is for the command line. */
const mostRows = 1_000_000;
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

interface Done {
  request: object;
  gathered?: Gathered;
  error?: unknown;
}

/** What files come to by a mapping, computed again as soon as anything of it is another. */
export function useGathered(
  study: Study,
  mapping: Mapping | undefined,
  files: readonly SourceFile[],
  { until, overSigned }: { until: string; overSigned: boolean },
): { computing: boolean; gathered?: Gathered; error?: unknown } {
  const [done, setDone] = useState<Done>();
  const request = useMemo(
    () =>
      mapping && files.length > 0 && until !== ''
        ? { study, mapping, files, until, overSigned }
        : undefined,
    [study, mapping, files, until, overSigned],
  );
  useEffect(() => {
    if (!request) return;
    let current = true;
    const { study: seen, mapping: by, files: given, ...options } = request;
    // What nobody waits for any more stops at its next pause.
    const pauseWhileCurrent = () => (current ? pause() : new Promise<void>(() => undefined));
    const engine = memoryEngine({ mostRows, pause: pauseWhileCurrent });
    gatherReadings(seen, by, given, engine, options)
      .then((gathered) => current && setDone({ request, gathered }))
      .catch((error: unknown) => current && setDone({ request, error }));
    return () => {
      current = false;
    };
  }, [request]);
  if (!request || done?.request !== request) return { computing: request !== undefined };
  return { computing: false, ...done };
}
